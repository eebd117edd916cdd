/** El aislamiento de la red y lo que salió de este equipo: ajustes, línea de estado, sincronización y revisión. */
export const privacy = {
  'settings.section.privacy': 'Red y privacidad',
  'network.switch': 'Aislar de la red',
  'network.switch.hint':
    'Encendido: la aplicación no se conecta con nadie ni responde a nadie, tampoco dentro de este equipo: ni libro contable, ni archivo, ni modelo externo, ni actualizaciones, ni métricas. Lo que deba enviarse espera y sigue al apagarlo.',
  'network.on': 'Aislado de la red',
  'network.off': 'La red se usa donde usted lo encendió',
  'network.waits': '{count, plural, =0 {nada espera} one {# espera} other {# esperan}}',
  'network.waiting':
    '{bills, plural, =0 {Ninguna factura espera} one {Una factura espera} other {# facturas esperan}}, {archive, plural, =0 {nada para el archivo} one {un documento para el archivo} other {# documentos para el archivo}}, {questions, plural, =0 {ninguna pregunta al modelo externo} one {una pregunta al modelo externo} other {# preguntas al modelo externo}}.',
  'network.title.hint': 'Nada sale de este equipo hasta que apague el aislamiento en Ajustes.',
  'network.lane': 'Espera hasta que se apague el aislamiento de la red en Ajustes',
  'network.problems':
    'El equipo está aislado de la red. Lo que responda aquí se envía cuando se apague el aislamiento en Ajustes; hasta entonces no se puede consultar, abrir ni eliminar nada allí.',
  'network.notNow': 'No mientras el equipo esté aislado de la red',
  'departures.title': 'Lo que salió de este equipo',
  'departures.hint':
    'Cada vez que se envió algo de un documento, según lo anotado antes de que saliera. Los archivos que usted mismo guarda no están en esta lista.',
  'departures.none': 'Nada de ningún documento ha salido de este equipo.',
  'departures.recipient': 'A quién',
  'departures.address.unknown': 'ya no se conoce la dirección',
  'departures.kind.ledger': 'BigCapital',
  'departures.kind.archive': 'Paperless-ngx',
  'departures.kind.model': 'Modelo externo',
  'departures.documents': 'Documentos',
  'departures.times': 'Veces',
  'departures.last': 'Última vez',
  'departures.show': 'Mostrar',
  'departures.showOf': 'Mostrar lo que fue a {name}',
  'departures.all': 'Todos los destinatarios',
  'departures.when': 'Cuándo',
  'departures.document': 'Documento',
  'departures.what': 'Qué',
  'departures.more': 'Anteriores',
  'departures.what.bill': 'Factura',
  'departures.what.vendor_credit': 'Nota de crédito',
  'departures.what.original': 'Archivo original',
  'departures.what.tag': 'Etiqueta',
  'departures.what.fields': 'Valores de campos',
  'departures.what.correspondent': 'Nombre del proveedor',
  'departures.what.note': 'Nota',
  'departures.ofDocument': 'Salió de este equipo',
  'departures.ofDocument.none': 'Nada de este documento ha salido de este equipo.',
  'departures.row': '{what} a {recipient}, {at}',
  'journal.paperless.written':
    '{part, select, tag {Se escribió la etiqueta} fields {Se escribieron valores de campos} correspondent {Se escribió el nombre del proveedor} note {Se escribió una nota} other {Se escribió algo}} en el documento {archiveId} de Paperless-ngx',
  'keys.title': 'Claves de otros programas',
  'keys.hint':
    'Las claves de API no se vuelven a mostrar y solo salen de este equipo hacia el programa al que pertenecen.',
  'keys.kept':
    '{count, plural, =0 {No se guarda ninguna clave.} one {Se guarda una clave.} other {Se guardan # claves.}}',
  'keys.store.system': 'Bajo sello del almacén de claves del sistema.',
  'keys.store.key_files': 'En un archivo propio.',
  'keys.store.basic_text':
    'Este escritorio no tiene almacén de claves. Las claves se sellan con una contraseña igual en todos los equipos: quien pueda leer sus archivos puede leerlas.',
  'keys.advice.basic_text':
    'Instale GNOME Keyring o KWallet, abra Quittance sin --password-store=basic y escriba de nuevo las claves.',
  'keys.store.none': 'Este escritorio no tiene almacén de claves: no se puede guardar ninguna clave ni conectar nada.',
  'keys.advice.none': 'Instale GNOME Keyring o KWallet, inicie sesión de nuevo y conecte.',
  'keys.files': '{count, plural, one {Una está en un archivo propio.} other {# están en archivos propios.}}',
  'keys.files.open':
    '{count, plural, one {Otros en este equipo pueden leer ese archivo} other {Otros en este equipo pueden leer # de esos archivos}}: quite el permiso con chmod 600.',
  'telemetry.switch': 'Enviar tiempos y cifras a un colector (OpenTelemetry)',
  'telemetry.hint':
    'Apagado de fábrica. Por documento, cuánto tardó cada paso, bajo su id, y las cifras de Análisis: ningún nombre, número, importe ni texto. Se envía por OTLP sobre HTTP, y no mientras esté aislado de la red.',
  'telemetry.address': 'Colector',
  'telemetry.address.hint': 'Por ejemplo http://127.0.0.1:4318; por internet solo https.',
  'telemetry.refused':
    'Allí no se puede enviar nada: escriba una dirección completa; por internet debe empezar con https.',
  'telemetry.on': 'Se envía a {address}.',
  'telemetry.lastSent': 'Recibido allí por última vez {at}.',
  'telemetry.lastFailed': 'El colector no aceptó lo enviado {at}.',
  'diagnostics.heading': 'Si algo no funciona',
  'diagnostics.about':
    'Un archivo de diagnóstico ayuda a quien le ayuda. Contiene versiones, preferencias, conteos, estado y el final del registro; ningún documento, proveedor, importe, identificación fiscal ni clave. Usted lo lee antes de guardarlo y nadie lo recibe si no es de usted.',
  'diagnostics.title': 'Archivo de diagnóstico',
  'diagnostics.hint': 'Esto es todo lo que habrá en el archivo. Léalo, guárdelo y entréguelo usted mismo.',
  'diagnostics.files': 'Archivos',
  'diagnostics.save': 'Guardar…',
  'command.diagnostics': 'Hacer un archivo de diagnóstico',
  'command.airGapOn': 'Aislar de la red',
  'command.airGapOff': 'Volver a usar la red',
  'error.network_closed':
    'El equipo está aislado de la red: no se envía ni se descarga nada. Apáguelo en Ajustes, Red y privacidad.',
  'error.air_gap_not_kept':
    'El aislamiento de la red sigue {choice, select, on {apagado} other {encendido}}: no se puede escribir en la carpeta de datos. Revise sus permisos y el disco, y cámbielo otra vez.',
  'error.air_gap_not_kept.full':
    'El aislamiento de la red sigue {choice, select, on {apagado} other {encendido}}: el disco está lleno. Libere espacio y cámbielo otra vez.',
  'journal.network.closed': 'Se aisló de la red: nada sale de este equipo.',
  'journal.network.opened': 'Se volvió a permitir la red.',
}
