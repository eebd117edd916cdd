import { beforeEach, expect, test } from 'vitest'
import { taxesWithoutAccount } from '../../../src/engine/decisions/check-context'
import { loadInvoice } from '../../../src/engine/decisions/load'
import { checkTaxAccounts } from '../../../src/engine/pipeline/check/check-tax-accounts'
import type { CheckSubject } from '../../../src/engine/pipeline/check/subject'
import { chartOf } from '../../../src/engine/pipeline/code/chart'
import { writeSetting } from '../../../src/engine/store/settings'
import { write } from '../../../src/engine/store/write'
import { connectionKey } from '../../../src/engine/sync/connection'
import { rememberId } from '../../../src/engine/sync/ledger-map'
import { minor } from '../../../src/shared/money'
import { defaultSettings } from '../../../src/shared/settings'
import { resources } from '../pipeline/code/coding-book'
import { Book } from './book'

// One's own chart with one account for costs, and none that stands for creditable VAT (118.01).
const own = chartOf(
  'own',
  [
    {
      code: '6000',
      name: { en: 'Costs', es: 'Costos' },
      parent: null,
      level: 0,
      isPostable: true,
      isActive: true,
      standsFor: '601.84',
      keywords: [],
    },
  ],
  resources,
)
const connection = { url: 'https://ledger.example', organization: 'org-1', name: 'Sierra', baseCurrency: 'MXN' }

let book: Book

beforeEach(() => {
  book = new Book()
})

function severityOf(taxName: string): string | undefined {
  const documentId = book.read()
  const { db } = book.store
  const taxes = [
    { kind: 'transferred', name: taxName, rate: '16', amount: minor(160_000), base: null, origin: null },
  ] as const
  const found = taxesWithoutAccount(db, taxes, loadInvoice(db, documentId), own)
  const currency = { value: 'MXN', probability: 1, origin: null, byPerson: false, candidates: [] }
  const asked: Pick<CheckSubject, 'settings' | 'taxesWithoutAccount'> = {
    settings: defaultSettings,
    taxesWithoutAccount: found,
  }
  return checkTaxAccounts({ ...asked, fields: { currency } } as unknown as CheckSubject)[0]?.severity
}

function connect(): void {
  write(book.store, tx => writeSetting(tx, connectionKey, connection))
}

test('VAT without an account in one’s own chart is pointed out, and holds the approval back once a ledger would refuse the bill', () => {
  expect(severityOf('IVA')).toBe('medium')
  connect()
  expect(severityOf('IVA')).toBe('high')
})

test('where a person chose the ledger’s account for the tax, or for its código agrupador, nothing is held back', () => {
  connect()
  write(book.store, tx => rememberId(tx, connection.organization, 'account', '118.01', 17))
  expect(severityOf('IVA')).toBe('medium')
  write(book.store, tx => rememberId(tx, connection.organization, 'tax', 'transferred IVA', 17))
  expect(severityOf('IVA')).toBeUndefined()
})

test('a tax that is part of the cost is never held back', () => {
  connect()
  expect(severityOf('ISH')).toBe('low')
})
