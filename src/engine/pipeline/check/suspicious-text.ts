import type { MessageParams } from '../../../shared/result'
import type { DocumentReading, LineRead, PageReading } from '../facts'
import { always, type IssueKind } from './issue-kind'
import type { RaisedIssue } from './subject'

/**
 * Sentences addressed to a machine that reads the document. No accountant's invoice says them; whoever writes one wants a
 * program to decide in his favour. They are never followed here: a person is told.
 */
const instructions: readonly RegExp[] = [
  /\b(ignore|disregard|forget|override)\b.{0,30}\b(previous|prior|above|earlier|all|any)\b.{0,30}\b(instruction|prompt|rule|check|message)/i,
  /\b(ignora|ignore|olvida|omite|descarta)\b.{0,30}\b(instrucciones|indicaciones|reglas|mensajes)\b/i,
  /\b(ignoriere|vergiss|missachte)\b.{0,40}\b(anweisung|vorgabe|regel)/i,
  /\b(system|developer|assistant)\s*(prompt|message|instruction)s?\b/i,
  /\b(you are|act as|eres|actúa como)\b.{0,20}\b(an? |una? )?(ai|assistant|language model|llm|chatbot|asistente|modelo de lenguaje)\b/i,
  /\b(do not|don['’]t|never|no)\b.{0,20}\b(flag|report|mark|marques|reportes)\b.{0,30}\b(duplicate|issue|invoice|duplicad|incidencia|factura)/i,
  /\b(approve|pay|aprueba|paga)\b.{0,20}\b(this|esta)\b.{0,20}\b(invoice|bill|factura)\b.{0,40}\b(without|immediately|automatically|sin|inmediatamente|automáticamente)\b/i,
  /<\|?(im_start|system|assistant|endoftext)\|?>/i,
  /<\/(document|user_data|instructions?|system)>/i,
  /\b(instrucci[oó]n|instruction|hinweis|nota|note|important)(es|s|e)?\b.{0,20}\b(sistema|system|ki|ia|ai|assistant|asistente|automated|automático)\b[^:]{0,15}:/i,
  /\b(assistant|asistente)\s*:/i,
  /\bwhen you (summari[sz]e|process|extract|read) this\b/i,
  /\bcall the (tool|function)\b/i,
]

/** An amount or an IBAN all by itself: what a hidden text would have to say to be read as a value. */
const tellingWord = /^[€$£]?\d{1,3}(?:[.,\s']?\d{3})*[.,]\d{2}$|^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/

// A page that is a picture carries its recognised text unseen; that text is the page.
const wordsOfARealPage = 20

/** What a document says to machines, and values on its pages that no person sees. Pure; run once, when it was read. */
export function suspiciousText({ pages, facts }: Pick<DocumentReading, 'pages' | 'facts'>): RaisedIssue[] {
  const said = pages.flatMap(page => [
    ...instructionIn(textOf(page, false), { page: page.number, variant: 'visible' }),
    ...instructionIn(textOf(page, true), { page: page.number, variant: 'hidden' }),
  ])
  const inData = instructionIn(dataText(facts.lines, facts.details ?? []), { page: 0, variant: 'data' })
  const [worst] = [...said.filter(({ params }) => params['variant'] === 'hidden'), ...said, ...inData]
  if (worst) {
    const severity = worst.params['variant'] === 'hidden' ? 'critical' : 'high'
    return [{ ...about, severity, params: worst.params, suggestions: [reject, harmless] }]
  }
  return pages.filter(hidesValues).map(page => ({
    ...about,
    severity: 'low',
    params: { variant: 'hidden_values', page: page.number, ref: String(page.number) },
    suggestions: [leave],
  }))
}

const about = { key: 'suspicious_text', subject: { type: 'document' } } as const
const reject = { key: 'reject_suspicious', params: {}, fix: { type: 'reject' } } as const
const harmless = { key: 'text_is_harmless', params: {}, fix: { type: 'waive', reason: 'text_is_harmless' } } as const
const leave = { key: 'leave_as_printed', params: {}, fix: { type: 'skip', reason: 'leave_as_printed' } } as const

interface Place {
  readonly page: number
  readonly variant: 'visible' | 'hidden' | 'data'
}

function instructionIn(text: string, where: Place): { readonly params: MessageParams }[] {
  for (const pattern of instructions) {
    const match = pattern.exec(text)
    if (match) return [{ params: { ...where, quote: match[0].slice(0, 160) } }]
  }
  return []
}

function textOf({ words }: PageReading, hidden: boolean): string {
  return words
    .filter(word => word.hidden === hidden)
    .map(word => word.text)
    .join(' ')
}

function dataText(lines: readonly LineRead[], details: readonly { readonly value: string }[]): string {
  return [...lines.map(line => line.description), ...details.map(detail => detail.value)].join('\n')
}

function hidesValues({ words, textSource }: PageReading): boolean {
  if (textSource === 'ocr') return false
  const isRealPage = words.filter(word => !word.hidden).length >= wordsOfARealPage
  return isRealPage && words.some(word => word.hidden && tellingWord.test(word.text))
}

export const suspiciousTextKind: IssueKind = { key: 'suspicious_text', resolutions: [], mayWaive: always }
