/** Actualizaciones y licencias de las partes de la aplicación. */
export const updates = {
  'settings.section.updates': 'Actualizaciones',
  'updates.version': 'Esta es la versión {version}.',
  'updates.unavailable.from_source': 'Esta copia se ejecuta desde su código fuente y se actualiza con él.',
  'updates.unavailable.no_key':
    'Esta copia se hizo sin dirección de actualizaciones. Instale una más reciente por su cuenta.',
  'updates.unavailable.by_system': 'Esta copia la actualiza el gestor de paquetes de su sistema.',
  'updates.hint':
    'No se pregunta nada al servidor de actualizaciones si usted no lo pide o no activa la consulta diaria. Solo conoce su dirección y esta versión.',
  'updates.channel': 'Versiones que se ofrecen',
  'updates.channel.stable': 'Estables',
  'updates.channel.beta': 'Beta: antes, menos probadas',
  'updates.automatic': 'Consultar una vez al día y descargar en segundo plano',
  'updates.check': 'Buscar actualizaciones',
  'updates.lastChecked': 'Última consulta: {at}',
  'updates.step.checking': 'Preguntando al servidor de actualizaciones …',
  'updates.step.up_to_date': 'Esta es la versión más reciente.',
  'updates.step.downloading': 'Se descarga la versión {found}: {share}',
  'updates.step.rehearsing': 'La versión {found} trabaja con una copia de sus libros …',
  'updates.step.ready': 'La versión {found} está lista.',
  'updates.step.installing': 'Reiniciando …',
  'updates.rehearsed': 'Ensayada con una copia de sus libros',
  'updates.rehearsed.not':
    'Este sistema no permite ensayar una versión antes de instalarla. Se guarda una copia de sus libros, como siempre.',
  'updates.rehearsed.integrity': 'Base de datos y diario íntegros',
  'updates.rehearsed.rows': 'Filas: {before} antes, {after} después, ninguna perdida',
  'updates.rehearsed.documents': 'Documentos recibidos: {received}',
  'updates.rehearsed.same':
    '{replayed, plural, one {El último documento leído de nuevo, igual que en los libros} other {Los últimos # documentos leídos de nuevo, todos igual que en los libros}}',
  'updates.rehearsed.differing':
    '{replayed, plural, one {El último documento leído de nuevo} other {Los últimos # documentos leídos de nuevo}}: {differing, plural, one {uno se lee} other {# se leen}} de otro modo que en los libros. Lo que está en los libros se queda.',
  'updates.install': 'Instalar y reiniciar',
  'updates.install.ask': '¿Instalar la versión {found}?',
  'updates.install.body':
    'Quittance se reinicia. Esta versión y sus libros tal como están se guardan 30 días, para que pueda volver.',
  'updates.previous': 'La versión {version} y sus libros se guardan hasta el {until}.',
  'updates.back': 'Volver',
  'updates.back.ask': '¿Volver a la versión {version}?',
  'updates.back.body':
    'Quittance se reinicia con la versión anterior. Si esa versión no puede abrir los libros de hoy, abre los guardados cuando la dejó; lo hecho desde entonces queda en una carpeta junto a ellos, y los documentos recibidos desde entonces deben volver a entregarse.',

  'licences.show': 'Licencias de las partes',
  'licences.title': 'Licencias',
  'licences.body': 'Quittance está hecho con estas partes de otras personas. Sus licencias:',
  'licences.part': '{name} {version}, {licence}',
  'licences.noText': 'La parte nombra su licencia y no trae su texto.',
  'licences.missing': 'La lista se reúne al empaquetar la aplicación; esta copia se ejecuta desde su código fuente.',
} as const
