import { describe, expect, test } from 'vitest'
import { ErrorCode } from '../../../src/shared/result'
import {
  ageText,
  errorText,
  issueCause,
  issueInList,
  issueTitle,
  actorText,
  journalText,
  suggestionLabel,
} from '../../../src/renderer/src/i18n/sentences'
import { createText } from '../../../src/renderer/src/i18n/t'
import { durationText } from '../../../src/renderer/src/analytics/figure-text'

const english = createText('en', 'en-GB')
const spanish = createText('es', 'es-MX')
const german = createText('en', 'de-DE')

describe('money and dates', () => {
  test('an amount is written in the person’s format, whatever the language of the screens', () => {
    expect(english.money('11600', 'MXN')).toBe('11,600.00')
    expect(german.money('11600', 'MXN')).toBe('11.600,00')
    expect(english.money('11600', 'JPY')).toBe('11,600')
  })

  test('numbers inside a sentence and lengths of time are written in the person’s format too, their units in the language', () => {
    expect(spanish.t('settings.archive.days', { count: 12_345 })).toBe('12,345 días')
    expect(german.t('coding.pending.lines', { count: 12_345 })).toBe('12.345 lines')
    expect(durationText(spanish, 42_200)).toBe('42.2 s')
    expect(durationText(german, 42_200)).toBe('42,2 sec')
    expect(durationText(spanish, 2 * 86_400_000)).toBe('2 d')
  })

  test('an amount too long for a float keeps every digit', () => {
    expect(english.money('9007199254740993.55', 'MXN')).toBe('9,007,199,254,740,993.55')
  })

  test('a document date is a day of the calendar and never moves with the time zone', () => {
    expect(english.date('2026-01-01')).toBe('1 Jan 2026')
    expect(spanish.date('2026-12-31')).toBe('31 dic 2026')
  })

  test('the year is written when it is not the present one', () => {
    expect(english.shortDate('2026-03-12', 2026)).toBe('12 Mar')
    expect(english.shortDate('2025-03-12', 2026)).toBe('12 Mar 2025')
  })

  test('a date that cannot be one is shown as it is', () => {
    expect(english.date('12.3.26')).toBe('12.3.26')
  })
})

describe('what the engine says in codes', () => {
  test('a suggestion writes the amount it would set as the sentence above it does', () => {
    const suggestion = (params: Record<string, string>) =>
      ({
        key: 'use_computed_total',
        params,
        fix: { type: 'set_field', field: 'grand_total', value: '8027.20' },
      }) as const
    expect(suggestionLabel(english, suggestion({ value: '8027.20', currency: 'MXN' }))).toBe('Total is 8,027.20 MXN')
    expect(suggestionLabel(german, suggestion({ total: '8027.20', currency: 'EUR' }))).toBe('Total is 8.027,20 EUR')
  })

  test('a field in the middle of a sentence is written as one', () => {
    const typeIt = { key: 'edit_field', params: {}, fix: { type: 'edit_field', field: 'issue_date' } } as const
    const shown = { ...typeIt, params: { field: 'issue_date' } }
    expect(suggestionLabel(english, shown)).toBe('Type the issue date…')
    expect(suggestionLabel(spanish, shown)).toBe('Escribir la fecha de emisión…')
  })

  test('letting a difference pass says when no bill will come of it', () => {
    const keep = (params: Record<string, string>) =>
      suggestionLabel(english, { key: 'keep_as_printed', params, fix: { type: 'waive', reason: 'keep_as_printed' } })
    expect(keep({})).toBe('Keep it as printed')
    expect(keep({ variant: 'beyond', allowed: '1000.00', currency: 'MXN' })).toBe(
      'Keep it as printed (not posted: off by more than 1,000.00 MXN)',
    )
  })

  test('who did something is named as people know it', () => {
    expect(actorText(spanish, 'engine 0.1.0')).toBe('Quittance 0.1.0')
    expect(actorText(spanish, 'outside model')).toBe('Modelo externo')
    expect(actorText(english, 'paperless')).toBe('paperless')
  })

  const mismatch = {
    key: 'total_mismatch' as const,
    params: {
      net: '10000.00',
      tax: '1600.00',
      total: '12000.00',
      computed: '11600.00',
      difference: '400.00',
      currency: 'MXN',
      direction: 'more',
    },
  }

  test('a total that is off tells by how much', () => {
    expect(issueTitle(english, mismatch)).toBe('Total is 400.00 MXN more than net and tax')
    expect(issueTitle(spanish, mismatch)).toBe('El total es 400.00 MXN mayor que neto más impuesto')
  })

  test('the cause shows the sum as it was done', () => {
    expect(issueCause(english, mismatch)).toContain('10,000.00 + tax 1,600.00 = 11,600.00 MXN')
  })

  test('an issue made from an error tells that error', () => {
    const issue = { key: 'unreadable' as const, params: { code: 'empty_file' } }
    expect(issueCause(english, issue)).toBe('The file is empty. Ask the sender for it again.')
    expect(issueTitle(spanish, issue)).toBe('El archivo está vacío')
    expect(issueInList(english, issue)).toBe('The file is empty')
  })

  test('fields are named by their labels and documents by their type', () => {
    const issue = { key: 'missing_required_field' as const, params: { field: 'issue_date' } }
    expect(issueTitle(english, issue)).toBe('Issued is missing')
  })

  test('an invoice number that looks like an amount stays a number', () => {
    const issue = {
      key: 'low_confidence' as const,
      params: { field: 'invoice_number', value: '2026.50', percent: 61, others: 0 },
    }
    expect(issueTitle(english, issue)).toBe('Number 2026.50 needs a check')
  })

  test('a value that was not sent shows an ellipsis, never a broken sentence', () => {
    expect(issueTitle(english, { key: 'missing_required_field', params: {} })).toBe('… is missing')
  })

  test('nothing unknown reaches the screen as a raw key', () => {
    expect(journalText(spanish, { kind: 'document.read', params: { format: 'page' } })).toBe('Se leyó (de la página)')
    expect(journalText(spanish, { kind: 'document.read', params: { format: 'cfdi_40' } })).toBe('Se leyó (cfdi_40)')
    expect(journalText(english, { kind: 'somebody.did_something', params: {} })).toBe('Something was recorded')
    expect(english.firstOf(['error.never_heard_of', 'error.bug'])).toContain('went wrong')
  })

  test.each(ErrorCode.options)('%s is told in a full sentence in both languages', code => {
    for (const text of [english, spanish]) {
      const sentence = errorText(text, { code, params: {} })
      expect(sentence.length).toBeGreaterThan(20)
      expect(sentence).toMatch(/[.!?]$/)
    }
  })
})

test('age is told in the largest whole unit', () => {
  const minute = 60_000
  expect(ageText(english, 0, 30_000)).toBe('now')
  expect(ageText(english, 0, 5 * minute)).toBe('5 min')
  expect(ageText(english, 0, 130 * minute)).toBe('2 h')
  expect(ageText(english, 0, 60 * 24 * 3 * minute)).toBe('3 d')
})
