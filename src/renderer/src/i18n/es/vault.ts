/** La bóveda: libros y originales cifrados en disco. */
export const vault = {
  'settings.section.vault': 'Bóveda',
  'vault.on': 'Los libros están en una bóveda',
  'vault.off': 'Los libros están abiertos en este disco',
  'vault.hint':
    'En una bóveda los libros y cada original están cifrados en disco, y también las copias nuevas. Los abre una frase de contraseña, o una clave de recuperación que usted imprime.',
  'vault.begin': 'Preparar una bóveda…',
  'vault.begin.title': 'Preparar una bóveda',
  'vault.begin.body':
    'Quien encuentre o copie este disco ya no podrá leer nada de los libros. Usted escribe la frase cada vez que se abre la aplicación.',
  'vault.begin.warning':
    'Nadie puede abrir una bóveda sin su frase o su clave de recuperación, tampoco quienes hacen Quittance.',
  'vault.begin.done': 'Los libros están ahora en la bóveda.',
  'vault.renew': 'Nueva clave de recuperación…',
  'vault.renew.title': 'Nueva clave de recuperación',
  'vault.renew.body':
    'La clave impresa se sustituye cuando se haya escrito la nueva. En copias anteriores la antigua sigue valiendo.',
  'vault.renew.done': 'La nueva clave de recuperación ya vale; la antigua no abre más estos libros.',
  'vault.passphrase': 'Frase de contraseña de la bóveda',
  'vault.passphrase.new': 'Nueva frase de contraseña de la bóveda',
  'vault.passphrase.hint': 'Al menos {count} caracteres; lo mejor son cuatro o cinco palabras.',
  'vault.passphrase.change': 'Cambiar la frase…',
  'vault.passphrase.change.title': 'Cambiar la frase',
  'vault.passphrase.changed': 'Se cambió la frase de contraseña de la bóveda.',
  'vault.passphrase.change.body': 'Las copias hechas antes conservan la frase con que se hicieron.',
  'vault.step.key': 'Crear clave de recuperación',
  'vault.recoveryKey': 'Clave de recuperación',
  'vault.recoveryKey.hint': 'Siete grupos de cinco; no importan mayúsculas ni guiones.',
  'vault.key.body':
    'Esta es la clave de recuperación. Imprímala o anótela ahora: solo se muestra esta vez. Guárdela lejos de este equipo.',
  'vault.key.save': 'Guardar una página para imprimir…',
  'vault.key.written': 'La tengo en papel',
  'vault.drill.body': 'Ahora el ensayo: escriba la clave desde el papel. Solo cuando abra la bóveda se cifra algo.',
  'vault.drill.action': 'Probar la clave y seguir',
  'vault.drill.back': 'Mostrarla otra vez',
  'vault.running.seal': 'Cifrando libros y originales…',
  'vault.running.unseal': 'Descifrando libros y originales…',
  'vault.leave': 'Salir de la bóveda…',
  'vault.leave.title': 'Salir de la bóveda',
  'vault.leave.body':
    'Después los libros y originales estarán otra vez abiertos en este disco. Las copias hechas en la bóveda siguen cifradas.',
  'vault.leave.done': 'Los libros están otra vez abiertos en este disco; ninguna bóveda los protege ya.',
  'vault.plain':
    'Sin cifrar: {backups, plural, =0 {} one {una copia anterior} other {# copias anteriores}}{backups, plural, =0 {} other {{setAside, plural, =0 {} other { y }}}}{setAside, plural, =0 {} one {una carpeta apartada por una restauración} other {# carpetas apartadas por una restauración}}.',
  'vault.plain.remove': 'Borrar lo que no está cifrado',
  'vault.plain.remove.body':
    'Estas copias y carpetas se borran para siempre. Haga antes una copia en la bóveda. Lo que haya en otros sitios no se toca.',
  'vault.lock.people':
    'Aquí las personas se identifican: el bloqueo les pregunta a ellas y la bóveda queda abierta hasta cerrar la aplicación.',
  'vault.lock.hint': 'Al bloquear se cierran los libros: nada se lee ni se contabiliza hasta abrir la bóveda de nuevo.',
  'vault.locked.title': 'La bóveda está cerrada',
  'vault.locked.body': 'Los libros y originales están cifrados en este disco.',
  'vault.open': 'Abrir los libros',
  'vault.openAndSet': 'Poner la frase y abrir los libros',
  'vault.forgotten': '¿Olvidó la frase?',
  'vault.forgotten.body': 'Escriba la clave de recuperación desde el papel y elija otra frase.',
  'vault.byPassphrase': 'Volver a la frase',
  'vault.backup.sealed': 'Cifrada',
  'vault.backup.secret':
    'Esta copia está cifrada con una clave que aún no se ha abierto. Escriba la frase o la clave de recuperación con que se hizo.',
  'vault.backup.open': 'Abrir la copia',
  'vault.books.secret':
    'Los libros de ahora están en una bóveda. Escriba su frase o su clave de recuperación: solo quien la abre puede reemplazarlos.',
  'vault.books.open': 'Continuar',
  'vault.restore.body':
    'Mientras tanto los libros siguen cerrados. Cada copia pide la frase o la clave de recuperación con que se hizo.',
  'vault.restore.back': 'Volver a la bóveda cerrada',
  'vault.backup.either': 'Frase o clave de recuperación',
  'vault.backup.plain': 'Esta copia no está cifrada: después los libros quedan fuera de la bóveda.',
  'error.vault_locked': 'La bóveda está cerrada. Ábrala con su frase o su clave de recuperación.',
  'error.vault_secret_wrong': 'Eso no abre esta bóveda. Inténtelo de nuevo.',
  'error.vault_wait':
    'Demasiados intentos. Espere {seconds, plural, one {# segundo} other {# segundos}} e inténtelo de nuevo.',
  'error.vault_unreadable':
    'El archivo con la clave envuelta (vault.json) está dañado. Recupérelo de una copia; sin él nadie puede abrir estos libros.',
  'error.vault_exists': 'Los libros ya están en una bóveda.',
  'error.vault_missing': 'Estos libros no están en ninguna bóveda.',
  'error.vault_not_prepared': 'Esa clave de recuperación ya no espera. Empiece de nuevo; no se cambió nada.',
  'error.vault_no_room':
    'Cifrar necesita sitio para una segunda copia de todo. Haga sitio en el disco; no se cambió nada.',
  'error.vault_original_damaged':
    '{count, plural, one {Un original está dañado} other {# originales están dañados}} en disco y no se puede llevar. Compruebe los libros en Ajustes, Datos; no se cambió nada.',
  'error.recovery_key_mistyped':
    'Hay un desliz en esta clave: una letra o cifra está mal, falta o sobra. Compárela con el papel.',
  'journal.vault.entered': 'Los libros y originales se pusieron en una bóveda',
  'journal.vault.left': 'Los libros y originales se sacaron de la bóveda',
  'journal.vault.passphrase_changed': 'La bóveda recibió otra frase de contraseña',
  'journal.vault.recovery_key_renewed': 'La bóveda recibió otra clave de recuperación',
  'journal.vault.plain_copies_removed':
    'Se borraron copias fuera de la bóveda: {backups, plural, one {una copia} other {# copias}}, {setAside, plural, one {una carpeta apartada} other {# carpetas apartadas}}',
}
