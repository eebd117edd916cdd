/** Proveedores que pueden ser uno, la fusión, y cómo fue con cada uno. */
export const vendors = {
  'vendors.lookAlikes.label': 'Parecidos',
  'vendors.lookAlikes':
    '{count, plural, one {# par puede ser un solo proveedor} other {# pares pueden ser un solo proveedor}}',
  'vendors.lookAlikes.all': 'Mostrar los {count}',
  'vendors.lookAlikes.fewer': 'Mostrar menos',
  'vendors.alike': '{share} de parecido',
  'vendors.evidence.name': 'nombres parecidos',
  'vendors.evidence.tax_id_slip': 'RFC o NIF a una letra de distancia: {value}',
  'vendors.evidence.tax_id': 'ambos imprimen el RFC o NIF {value}',
  'vendors.evidence.account': 'misma cuenta bancaria {value}',
  'vendors.evidence.host': 'misma dirección {value}',
  'vendors.merge.ask': 'Fusionar…',
  'vendors.merge.named': 'Fusionar {from} en {into}…',
  'vendors.apart': 'Son dos',
  'vendors.apart.named': '{from} y {into} son dos proveedores',
  'vendors.keptApart': '{from} y {into} siguen siendo dos proveedores',
  'command.mergeVendor': 'Fusionar en otro proveedor…',
  'vendors.merge.choose': 'Fusionar {name} en otro proveedor',
  'vendors.merge.into': 'Proveedor que se conserva',
  'vendors.merge.title': '¿Fusionar {from} en {into}?',
  'vendors.merge.turn': 'Al revés',
  'vendors.merge.do': 'Fusionar',
  'vendors.merge.taxIdsDiffer':
    'Sus RFC o NIF difieren ({from} y {into}). Dos RFC suelen ser dos empresas: asegúrese antes de que los pagos lleguen a la equivocada.',
  'vendors.merge.documents':
    '{count, plural, =0 {Ningún documento sin decidir cambia de proveedor} one {# documento sin decidir cambia de proveedor} other {# documentos sin decidir cambian de proveedor}}',
  'vendors.merge.staying':
    '{count, plural, one {# documento decidido queda con {name} y aparece en el historial} other {# documentos decididos quedan con {name} y aparecen en el historial}}',
  'vendors.merge.learned':
    '{lessons, plural, =0 {} one {# lección y } other {# lecciones y }}{examples, plural, one {# ejemplo de cuenta} other {# ejemplos de cuenta}} pasan también',
  'vendors.merge.taxId': 'Se toma el RFC o NIF {taxId}',
  'vendors.merge.account': 'Se toma la cuenta predeterminada',
  'vendors.merge.names': 'Después se conoce también como: {names}',
  'vendors.merge.hint': 'La fusión se puede deshacer aquí en cualquier momento.',
  'vendors.merged': '{from} es ahora {into}',
  'vendors.mergedFrom': 'Fusionado: {name}',
  'vendors.unmerge': 'Deshacer fusión',
  'vendors.unmerge.named': 'Deshacer la fusión de {name}',
  'vendors.history': '{count, plural, =0 {Aún sin facturas} one {Última factura} other {Últimas # facturas}}',
  'vendors.history.sums':
    '{duplicates, plural, one {# duplicado} other {# duplicados}} · {corrected, plural, one {# corregida} other {# corregidas}} · {open, plural, one {# abierta} other {# abiertas}}',
  'vendors.touchless': '{share} de {approved} aprobadas sin intervención',
  'vendors.touchless.hint': 'Facturas aprobadas en las que nadie cambió un valor ni resolvió una incidencia.',
  'vendors.prices.total': 'Totales',
  'vendors.prices.course': '{name}: de {from} a {to}',
  'error.vendor_merge_refused': '{name} no se puede fusionar con {into}.',
  'error.vendor_merge_refused.itself': 'Un proveedor no se puede fusionar consigo mismo. Elija otro que conservar.',
  'error.vendor_merge_refused.merged': '{name} ya se fusionó con {into}.',
  'error.vendor_merge_refused.target_merged':
    '{into} se fusionó a su vez con otro proveedor. Deshaga antes esa fusión o elija el proveedor al que pasó.',
  'error.vendor_merge_refused.too_deep': 'Ya se fusionaron demasiados proveedores con {name}.',
  'error.vendor_merge_refused.not_merged': '{name} no está fusionado con otro proveedor; no hay nada que deshacer.',
  'journal.vendor.merged':
    'El proveedor {name} se fusionó con {into}; {documents, plural, one {pasó # documento} other {pasaron # documentos}}',
  'journal.vendor.unmerged':
    'Se deshizo la fusión de {name} con {into}; {documents, plural, one {volvió # documento} other {volvieron # documentos}}',
  'journal.vendor.kept_apart': '{name} y {other} son dos proveedores',
  'journal.vendor.not_kept_apart': '{name} y {other} pueden ser de nuevo un solo proveedor',
  'journal.document.vendor_merged': 'Su proveedor es ahora {name}, tras una fusión',
}
