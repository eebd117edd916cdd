/** Copias de seguridad: hacerlas, restaurar los libros, y libros que no se pueden abrir. */
export const backups = {
  'settings.section.backups': 'Copias de seguridad',
  'backups.hint':
    'Una copia contiene los libros y todos los originales. Cada una se abre y se comprueba antes de contar; los originales que ya están en otra no se copian de nuevo.',
  'backups.last': 'Última copia: {at}, comprobada restaurándola',
  'backups.none': 'Todavía no hay ninguna copia.',
  'backups.next': 'Próxima: {at}',
  'backups.failed': 'El último intento falló. {reason}',
  'backups.make': 'Hacer una copia ahora',
  'backups.making': 'Copiando…',
  'backups.made': 'La copia se hizo y se comprobó.',
  'backups.restore': 'Restaurar…',
  'backups.list': 'Lo que hay',
  'backups.more':
    '{count, plural, one {Otra copia anterior está} other {Otras # copias anteriores están}} en «Restaurar…».',
  'backups.documents': '{count, plural, one {# documento} other {# documentos}}',
  'backups.lost':
    '{count, plural, one {Un original ya estaba dañado y no está en ella.} other {# originales ya estaban dañados y no están en ella.}}',
  'backups.sound': 'Leída de principio a fin: completa',
  'backups.check': 'Comprobar',
  'backups.check.of': 'Comprobar la copia del {at}',
  'backups.checking': 'Comprobando…',
  'backups.choose.of': 'Elegir la copia del {at}',
  'backups.running.make': 'Copia de seguridad',
  'backups.running.restore': 'Restauración',
  'backups.running.bytes': '{done} de {of}',
  'backups.stage.store': 'Copiando los libros…',
  'backups.stage.originals': 'Copiando los originales…',
  'backups.stage.check': 'Comprobando la copia…',
  'backups.folder': 'Dónde están las copias',
  'backups.folder.where': 'Carpeta',
  'backups.folder.same': 'En el mismo disco que los libros: si ese disco falla, se pierde todo. Elija otro disco.',
  'backups.folder.choose': 'Elegir una carpeta…',
  'backups.folder.forget': 'Volver a junto a los libros',
  'backups.every': 'Hacer copia',
  'backups.every.never': 'Solo cuando se pida',
  'backups.every.hours': '{count, plural, =1 {Cada hora} =24 {Cada día} =168 {Cada semana} other {Cada # horas}}',
  'backups.keep': 'Conservar',
  'backups.keep.newest': '{count, plural, one {La más reciente} other {Las # más recientes}}',
  'backups.keep.hint': 'Y la última de cada mes, durante un año.',
  'restore.title': 'Restaurar de una copia de seguridad',
  'restore.staysOpen': 'Sigue abierto hasta que los libros estén de vuelta.',
  'restore.offer': 'Restaurar de una copia',
  'restore.choose': 'Elija la copia a la que quiere volver. No se cambia nada antes de que confirme.',
  'restore.choose.action': 'Elegir',
  'restore.none': 'No hay ninguna copia en {folder}. Elija la carpeta o el disco donde están sus copias.',
  'restore.otherFolder': 'Buscar en otra carpeta…',
  'restore.another': 'Otra copia',
  'restore.action': 'Restaurar la copia del {at}',
  'restore.vouch':
    'En estos libros cada persona se identifica. Una persona que administra confirma con su frase que se deben restaurar.',
  'restore.vouch.who': 'Administra',
  'restore.fact.made': 'Hecha',
  'restore.fact.company': 'Empresa',
  'restore.fact.documents': 'Documentos',
  'restore.fact.size': 'Tamaño',
  'restore.changes':
    '{count, plural, =0 {Después de ella no hubo correcciones ni decisiones.} one {Se pierde una corrección o decisión posterior.} other {Se pierden # correcciones y decisiones posteriores.}}',
  'restore.changes.unknown':
    'Se pierden las correcciones y decisiones posteriores; los libros de ahora no pueden decir cuántas.',
  'restore.since':
    '{count, plural, =0 {Después de ella no se recibió ningún archivo.} one {Después de ella se recibió un archivo} other {Después de ella se recibieron # archivos}}{count, plural, =0 {} other {{onDisk, plural, =0 {; ninguno sigue en el disco.} one {; uno sigue en el disco y se lee de nuevo.} other {; # siguen en el disco y se leen de nuevo.}}}}',
  'restore.since.more': '{count, plural, one {y uno más} other {y # más}}',
  'restore.gone':
    '{count, plural, one {Un original ya no está en el disco: agréguelo} other {# originales ya no están en el disco: agréguelos}} de nuevo desde su origen.',
  'restore.kept': 'Los libros de ahora se apartan junto a los restaurados; no se borran.',
  'restore.done': 'Los libros están como el {at}: {count, plural, one {# documento} other {# documentos}}.',
  'restore.done.again':
    '{count, plural, one {Un archivo recibido después se ingresó de nuevo.} other {# archivos recibidos después se ingresaron de nuevo.}}',
  'restore.done.aside': 'Lo que había antes está en la carpeta {folder}, junto a los libros.',
  'restore.done.reconnect':
    '{service, select, ledger {Hay que conectar BigCapital de nuevo: su clave no se puede abrir en esta computadora.} paperless {Hay que conectar Paperless-ngx de nuevo: su token no se puede abrir en esta computadora.} other {El modelo externo necesita su clave de nuevo: no se puede abrir en esta computadora.}}',
  'restore.done.open': 'Abrir la bandeja',
  'recovery.store_damaged.title': 'Los libros están dañados y no se abrieron',
  'recovery.store_damaged.body':
    'Un error del disco u otro programa cambió el archivo de datos. No se borró nada. Se puede restaurar la copia buena más reciente.',
  'recovery.store_lost_commits.title': 'Los libros son anteriores a lo que se le confirmó',
  'recovery.store_lost_commits.body':
    'Faltan cambios que se habían guardado: el disco los perdió, o se puso una copia anterior en su lugar. No se tocó nada.',
  'recovery.store_from_newer_app.title': 'Los libros los escribió un Quittance más nuevo',
  'recovery.store_from_newer_app.body':
    'Instale esa versión para seguir; los libros están completos y no se cambiaron. Mientras tanto se pueden leer, y puede volver a una copia hecha por esta versión.',
  'recovery.export.body':
    'Saque lo que guardan los libros: cada documento con sus valores, hasta donde esta versión los entiende. Con ello no cambia nada.',
  'recovery.export.csv': 'Exportar como tabla (CSV)',
  'recovery.export.json': 'Exportar como JSON',
  'recovery.export.vouch':
    'Aquí las personas se identifican: antes de sacar algo de estos libros debe hacerlo quien los administra.',
  'recovery.store_migration_broken.title': 'Los libros no se pudieron pasar a esta versión',
  'recovery.store_migration_broken.body':
    'Quedaron como estaban. Se puede restaurar una copia, o instalar de nuevo la versión anterior.',
  'recovery.vault_unreadable.title': 'La bóveda de estos libros está dañada y no se abrió',
  'recovery.vault_unreadable.body':
    'El archivo con la clave envuelta (vault.json) no se puede leer; sin él nadie puede abrir estos libros. No se borró nada. Las copias también guardan ese archivo: se abre con la frase con que se hicieron.',
  'recovery.looking': 'Buscando la copia más reciente que esté completa…',
  'recovery.done': 'Los libros están de vuelta',
  'recovery.accept': 'Abrirlos como están',
  'recovery.accept.hint':
    'Si usted mismo puso una copia anterior, los libros están bien así. El diario dirá que usted lo aceptó.',
}
