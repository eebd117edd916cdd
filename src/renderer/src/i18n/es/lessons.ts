import type { lessons as english } from '../en/lessons'

export const lessons: Readonly<Record<keyof typeof english, string>> = {
  'lesson.next':
    '{kind, select, account {La próxima vez, las partidas de este proveedor como «{label}» van a {value}} value {La próxima vez, {theField} de este proveedor será {value}} tolerance {La próxima vez, hasta {value} de diferencia en {theField} pasan por redondeo con este proveedor} difference {La próxima vez, {theField} de este proveedor se calculará con los demás importes} not_here {La próxima vez, {direction, select, right {lo que está a la derecha de} below {lo que está debajo de} other {lo que está ahí}} {label} no se tomará por {theField}} other {La próxima vez, {theField} de este proveedor se leerá {direction, select, right {a la derecha de {label}} below {debajo de {label}} other {en este lugar de la página}}}}',
  'lesson.told':
    '{kind, select, alias {También se llama {value}} account {«{label}» se registra en {value}} value {{field} es {value}} tolerance {Hasta {value} de diferencia en {theField} es redondeo} difference {{field} se calcula con los demás importes} not_here {Lo que está {direction, select, right {a la derecha de} below {debajo de} other {en un lugar:}} {label} no es {theField}} other {{field} se lee {direction, select, right {a la derecha de {label}} below {debajo de {label}} other {en su lugar de la página}}}}',
  'lesson.form':
    '{format, select, dmy {el día antes del mes} mdy {el mes antes del día} other {decimales tras «{format}»}}',
  'lesson.source': 'de #{intake}{number, select, none {} other { ({number})}}, {at}',
  'lesson.otherSource': 'y #{intake}{number, select, none {} other { ({number})}}',
  'lesson.record':
    '{acted, plural, =0 {aún sin usar} one {usada una vez} other {usada {acted} veces}}{refuted, plural, =0 {} one {, corregida una vez} other {, corregida {refuted} veces}}',
  'lesson.more': '{count, plural, one {y 1 más} other {y {count} más}}',
  'lesson.undo': 'Deshacer',
  'lesson.seeAll': 'Ver todo',
  'lesson.forget': 'Olvidar',
  'lesson.forgetNamed': 'Olvidar: {lesson}',
  'lesson.forgotten': 'Olvidado: {lesson}',
  'lesson.pane': 'Lo que enseñó este documento',
  'lesson.acting': 'etiqueta aprendida de la corrección de #{intake}',
  'lesson.actingValue': 'aprendido de la corrección de #{intake}',
  'lesson.openSource': 'Abrir #{intake}',
  'vendors.lessons': 'Aprendido de correcciones',
  'vendors.lessons.none': 'Nada todavía. Corrija un valor de una página y la próxima factura se leerá bien.',
  'quality.label': 'Calidad {score}',
  'quality.title': 'Qué tan probable es que no haya nada que corregir',
  'quality.reading': 'Todos los campos bien leídos',
  'quality.weakest': 'lo menos seguro: {theField}',
  'quality.vendor': 'Últimos documentos de este proveedor',
  'quality.vendor.told':
    '{documents, plural, =0 {ninguno aprobado aún} one {1, {corrected} corregidos} other {{documents}, {corrected} corregidos}}',
  'quality.checks': 'Incidencias abiertas además de la lectura',
}
