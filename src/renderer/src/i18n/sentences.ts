import { parseActor } from '../../../shared/actor'
import type { ApprovalView } from '../../../shared/automation'
import type { JournalEntryView } from '../../../shared/journal-entry'
import { Step, type DocumentState } from '../../../shared/document'
import { amountFields } from '../../../shared/invoice'
import type { IssueView, Suggestion } from '../../../shared/issue'
import type { ErrorData, MessageParams } from '../../../shared/result'
import { likenessText } from './likeness-text'
import type { Text } from './t'

/** Sentences for what the engine says in codes. Every code, key and kind has one; unknown ones fall back to a general sentence. */

/** What went wrong and what to do about it. */
export function errorText(text: Text, error: Pick<ErrorData, 'code' | 'params'>): string {
  return text.firstOf([...variants(`error.${error.code}`, error.params), 'error.bug'], readable(text, error.params))
}

type IssueLike = Pick<IssueView, 'key' | 'params'>

/** The issue in a few words: "Total is 400.00 more than lines and tax". */
export function issueTitle(text: Text, issue: IssueLike): string {
  return text.firstOf([...variants(`issue.${issue.key}.title`, issue.params), 'issue.other.title'], params(text, issue))
}

/** The issue as a list shows it beside vendor and number: shorter than {@link issueTitle} where that would repeat them. */
export function issueInList(text: Text, issue: IssueLike): string {
  const keys = [
    ...variants(`issue.${issue.key}.list`, issue.params),
    ...variants(`issue.${issue.key}.title`, issue.params),
  ]
  return text.firstOf([...keys, 'issue.other.title'], params(text, issue))
}

/** The cause in one or two sentences with its numbers; an issue made from an error tells that error's sentence. */
export function issueCause(text: Text, issue: IssueLike): string {
  const general = `issue.${issue.key}.cause`
  const { variant, code } = issue.params
  const keys = [
    `${general}.${variant}`,
    ...(code === undefined ? [] : variants(`error.${code}`, issue.params)),
    general,
  ]
  const cause = text.firstOf([...keys, 'issue.other.cause'], params(text, issue))
  const { percent, agrees, differs } = issue.params
  if (typeof percent !== 'number' || typeof agrees !== 'string' || typeof differs !== 'string') return cause
  return `${cause} ${likenessText(text, { percent, agrees, differs })}`
}

/** What choosing a suggestion does. */
export function suggestionLabel(text: Text, suggestion: Suggestion): string {
  const { key, fix, params } = suggestion
  // The field it would set says how its value is written: an amount with its grouping, a date in full.
  const said = fix.type === 'set_field' ? { field: fix.field, value: fix.value, ...params } : params
  const keys = [...variants(`suggestion.${key}`, params), `suggestion.${fix.type}`]
  return text.firstOf([...keys, 'suggestion.other'], readable(text, said))
}

/** Why a suggestion is offered, or nothing when its label says it all. */
export function suggestionWhy(text: Text, suggestion: Suggestion): string | undefined {
  const { learned } = suggestion
  if (learned) return text.t(`suggestion.learned.${learned.of}`, { count: learned.count })
  if (suggestion.why === undefined) return undefined
  return text.firstOf([`suggestion.why.${suggestion.why}`, 'suggestion.why.other'], readable(text, suggestion.params))
}

/** Why a line got its account. */
export function evidenceText(text: Text, evidence: { readonly key: string; readonly params: MessageParams }): string {
  return text.firstOf([`evidence.${evidence.key}`, 'evidence.other'], readable(text, evidence.params))
}

export function journalText(text: Text, entry: Pick<JournalEntryView, 'kind' | 'params'>): string {
  return text.firstOf([`journal.${entry.kind}`, 'journal.other'], readable(text, entry.params))
}

/** "1 of 2 approvals, waits for Ana". */
export function approvalText(text: Text, approval: Pick<ApprovalView, 'done' | 'of' | 'waitsFor'>): string {
  const { done, of, waitsFor } = approval
  if (waitsFor.length === 0) return text.t('approval.progress', { done, of })
  const names = new Intl.ListFormat(text.language, { type: 'disjunction' }).format(waitsFor)
  return text.t('approval.waitsFor', { done, of, names })
}

/** Who did something, as people read it: a name, a rule with its version, the engine. */
export function actorText(text: Text, actor: string): string {
  const who = parseActor(actor)
  switch (who.type) {
    case 'person':
      return who.name ?? text.t('activity.actor.person')
    case 'rule':
      return text.t('actor.rule', { name: who.name, version: who.version })
    case 'policy':
      return text.t('actor.policy', { name: who.name, version: who.version })
    case 'autopilot':
      return text.t('actor.autopilot', { version: who.version })
    case 'machine': {
      const version = enginePattern.exec(who.name)?.[1]
      if (version !== undefined) return text.t('actor.engine', { version })
      return text.firstOf([`activity.actor.${who.name}`, 'activity.actor'], { actor: who.name })
    }
  }
}

const enginePattern = /^engine (\S+)$/

/** Name of a header field, as its label on the review screen. */
export function fieldLabel(text: Text, field: string): string {
  return text.firstOf([`field.${field}`, 'field.other'])
}

/** The same in the middle of a sentence: “the issue date”. */
export function theField(text: Text, field: string): string {
  return text.firstOf([`theField.${field}`, 'theField.other'])
}

function stepLabel(text: Text, value: string): string {
  const step = Step.safeParse(value)
  return step.success ? text.t(`step.${step.data}`) : value
}

export function stateLabel(text: Text, state: DocumentState, step: Step | null = null): string {
  return state === 'processing' && step ? text.t(`step.${step}`) : text.t(`state.${state}`)
}

/** How long ago, in the largest whole unit: "now", "5 min", "2 h", "3 d". Both instants are epoch milliseconds. */
export function ageText(text: Text, from: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - from) / 60_000))
  if (minutes < 1) return text.t('age.now')
  if (minutes < 60) return text.t('age.minutes', { count: minutes })
  if (minutes < 24 * 60) return text.t('age.hours', { count: Math.floor(minutes / 60) })
  return text.t('age.days', { count: Math.floor(minutes / (24 * 60)) })
}

/** Parameters whose value may choose a more particular sentence, the most particular first: `error.value_invalid.not_a_url`. */
const choosers = ['why', 'variant', 'reason', 'limit', 'type', 'code'] as const

/** A key with its particular forms first: `issue.total_mismatch.cause.withheld`, then `issue.total_mismatch.cause`. */
function variants(key: string, chosenBy: MessageParams): string[] {
  const particular = choosers.filter(name => chosenBy[name] !== undefined).map(name => `${key}.${chosenBy[name]}`)
  return [...particular, key]
}

function params(text: Text, issue: IssueLike): MessageParams {
  return readable(text, issue.params)
}

const isoDate = /^\d{4}-\d{2}-\d{2}$/
/** Parameters that are amounts of money, as decimal text. */
const amounts = new Set([
  'difference',
  'ledgerTotal',
  'lines',
  'net',
  'tax',
  'withheld',
  'total',
  'computed',
  'printed',
  'allowed',
  'amount',
  'told',
  'base',
  'payable',
  'prepaid',
  'rounding',
  'threshold',
  'tolerated',
])
/** Parameters that are amounts of data, in bytes. */
const sizes = new Set(['needed', 'free'])
/** Parameters that hold a value of the header field named by `field`. */
const fieldValues = new Set(['value', 'xml', 'page', 'from', 'to'])

/** What a document was read as: a kind of e-invoice by its usual name. */
export function formatText(text: Text, format: string): string {
  return text.firstOf([`format.${format}`, 'format.other'], { value: format })
}

const noneWhenEmpty = new Set(['reason', 'person', 'due', 'of'])

/**
 * Values as a person reads them: amounts with grouping, dates in full, fields and states by their labels; a field also as
 * `theField`, for the middle of a sentence.
 */
export function readable(text: Text, raw: MessageParams): MessageParams {
  const currency = typeof raw['currency'] === 'string' ? raw['currency'] : null
  const field = String(raw['field'] ?? '')
  const isAmount = amountFields.some(one => one === field)
  const entries = Object.entries(raw).map(([name, value]): [string, string | number] => {
    if (typeof value === 'number' && sizes.has(name)) return [name, text.bytes(value)]
    if (typeof value !== 'string') return [name, value]
    if (name === 'field') return [name, fieldLabel(text, value)]
    if (name === 'step' || name === 'needs') return [name, stepLabel(text, value)]
    if (name === 'format') return [name, formatText(text, value)]
    if (name === 'state') return [name, text.firstOf([`state.${value}`, 'state.other'])]
    // Where a sentence leaves out an empty part, ICU needs a word to choose by.
    if (noneWhenEmpty.has(name) && value === '') return [name, 'none']
    if (isoDate.test(value)) return [name, text.date(value)]
    // What both languages have a word for comes in both: `meaning` and `meaningEs`.
    if (name === 'meaning' && text.language === 'es') return [name, String(raw['meaningEs'] ?? value)]
    if (name === 'trade') return [name, text.firstOf([`trade.${value}`, 'trade.other'])]
    if (name === 'quantity' || name === 'unitPrice') return [name, text.decimal(value)]
    if (amounts.has(name)) return [name, text.money(value, currency)]
    if (!fieldValues.has(name)) return [name, value]
    if (isAmount) return [name, text.money(value, currency)]
    return [name, field === 'document_type' ? text.firstOf([`type.${value}`, 'type.other']) : value]
  })
  return Object.fromEntries(field === '' ? entries : [...entries, ['theField', theField(text, field)]])
}
