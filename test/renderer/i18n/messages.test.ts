import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { DocumentKind, DocumentSource, DocumentState, Step } from '../../../src/shared/document'
import { DetailKey, DocumentType, FieldName } from '../../../src/shared/invoice'
import { IssueKey, Severity } from '../../../src/shared/issue'
import { ErrorCode } from '../../../src/shared/result'
import { en, es, isMessageKey, messages, type Language } from '../../../src/renderer/src/i18n/messages'

const languages: readonly Language[] = ['en', 'es']

/** Names of the values a sentence asks for, those inside its plurals and selections too. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) return part.forEach(visit)
    if (typeof part !== 'object' || part === null) return
    const { type, value, options } = part as { type?: number; value?: unknown; options?: Record<string, unknown> }
    // 0 is literal text, 7 the count inside a plural.
    if (type !== undefined && type !== 0 && type !== 7 && typeof value === 'string') names.add(value)
    for (const option of Object.values(options ?? {})) visit((option as { value: unknown }).value)
  }
  visit(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst())
  return [...names].sort()
}

describe('sentences', () => {
  test('English and Spanish say exactly the same things', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort())
  })

  test('every sentence can be formatted, and both languages ask for the same values', () => {
    for (const key of Object.keys(en).filter(isMessageKey)) {
      // A language may need the count for a plural that the other one does not have.
      const named = (message: string) => argumentsOf(message).filter(name => name !== 'count')
      // An issue's field comes in two forms, as its label and for the middle of a sentence; the order of words decides,
      // and the next test sees that each stands where it may.
      const inEitherForm = (name: string) => (key.startsWith('issue.') && name === 'theField' ? 'field' : name)
      expect(named(es[key]).map(inEitherForm), key).toEqual(named(en[key]).map(inEitherForm))
    }
  })

  test.each(languages)(
    'a field begins a sentence as its label, and stands within one with its article (%s)',
    language => {
      const misplaced = Object.entries(messages[language]).filter(([, sentence]) => {
        const begins = (at: number) => /(^|[.:·] |\{)$/.test(sentence.slice(0, at))
        const labels = [...sentence.matchAll(/\{field\}/g)].filter(({ index }) => !begins(index))
        const withArticle = [...sentence.matchAll(/\{theField\}/g)].filter(({ index }) =>
          /(^|\. )$/.test(sentence.slice(0, index)),
        )
        return labels.length + withArticle.length > 0
      })
      expect(misplaced).toEqual([])
    },
  )

  test('what happened to a document is told in Spanish without a gender: it is an invoice here, a receipt or a file there', () => {
    const told = Object.entries(es).filter(([key]) => /^journal\.(document|bill|paperless|ledger)\./.test(key))
    const agreeing = /(^|\{)(\p{Lu}\p{L}*(ad|id)|Puest|Adjunt|Descrit)[oa]s?(?!\p{L})/u
    expect(told.length).toBeGreaterThan(40)
    expect(told.filter(([, sentence]) => agreeing.test(sentence))).toEqual([])
  })

  test.each(languages)('every code, key and state the engine may send has its sentence (%s)', language => {
    const needed = [
      ...ErrorCode.options.map(code => `error.${code}`),
      ...IssueKey.options.flatMap(key => [`issue.${key}.name`, `issue.${key}.title`, `issue.${key}.cause`]),
      ...DocumentState.options.map(state => `state.${state}`),
      ...DocumentKind.options.map(kind => `kind.${kind}`),
      ...DocumentSource.options.map(source => `source.${source}`),
      ...Step.options.map(step => `step.${step}`),
      ...FieldName.options.map(field => `field.${field}`),
      ...DocumentType.options.map(type => `type.${type}`),
      ...DetailKey.options.map(key => `detail.${key}`),
      ...Severity.options.map(severity => `severity.${severity}`),
    ]
    const missing = needed.filter(key => !(messages[language] as Record<string, string>)[key])
    expect(missing).toEqual([])
  })
})
