import { IntlMessageFormat } from 'intl-messageformat'
import type { Notice, NoticeKind } from '../shared/notice'

export type NoticeLanguage = 'en' | 'es'

/** The page's sentences are not at hand where no page may be open. */
const sentences: Readonly<Record<NoticeLanguage, Readonly<Record<NoticeKind, string>>>> = {
  en: {
    asked: '{count, plural, one {One invoice waits for your word} other {# invoices wait for your word}}',
    failed_posts: '{count, plural, one {One bill could not be posted} other {# bills could not be posted}}',
    critical_issues:
      '{count, plural, one {One document has a critical issue} other {# documents have critical issues}}',
    overdue: '{count, plural, one {One document is overdue} other {# documents are overdue}}',
    failed_backup: 'A backup could not be made',
    disk_low: 'The disk is nearly full: nothing is taken in until there is room',
    batch_finished: '{count, plural, one {One document was read} other {# documents were read}}',
  },
  es: {
    asked: '{count, plural, one {Una factura espera su respuesta} other {# facturas esperan su respuesta}}',
    failed_posts:
      '{count, plural, one {Una factura no se pudo contabilizar} other {# facturas no se pudieron contabilizar}}',
    critical_issues:
      '{count, plural, one {Un documento tiene una incidencia crítica} other {# documentos tienen incidencias críticas}}',
    overdue: '{count, plural, one {Un documento está vencido} other {# documentos están vencidos}}',
    failed_backup: 'No se pudo hacer una copia de seguridad',
    disk_low: 'El disco está casi lleno: no se recibe nada hasta que haya espacio',
    batch_finished: '{count, plural, one {Se leyó un documento} other {Se leyeron # documentos}}',
  },
}

/** One line of a notification. */
export function noticeText({ kind, count }: Notice, language: NoticeLanguage): string {
  return String(new IntlMessageFormat(sentences[language][kind], language).format({ count }))
}
