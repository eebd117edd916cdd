import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchCompanyTrade, type CompanyTrade } from '../../src/engine/company-trade'
import { codeDocument } from '../../src/engine/decisions/steps'
import { write } from '../../src/engine/store/write'
import type { DocumentId } from '../../src/shared/ids'
import { Book } from './decisions/book'
import { knowledge, profileOf } from './pipeline/code/coding-book'

const haulage = [
  ['Diésel 1,200 litros', '15101505'],
  ['Caseta Tepotzotlán', '95111602'],
  ['Llantas 11R22.5', '25172503'],
  ['Reparación de motor de tractocamión', '78181500'],
  ['Urea automotriz', '12352104'],
  ['Rastreo satelital', '83111700'],
  ['Balatas y tambores', '25171700'],
  ['Verificación físico mecánica', '78181505'],
] as const

let book: Book
let trade: CompanyTrade
let changes: number
let bills = 0

beforeEach(() => {
  book = new Book()
  changes = 0
  trade = watched()
})

afterEach(() => trade.stop())

function watched(): CompanyTrade {
  return watchCompanyTrade({
    store: book.store,
    settings: () => book.settings,
    knowledge: () => knowledge,
    changed: () => void (changes += 1),
    told: () => undefined,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  })
}

function bill(description: string, classificationCode: string): DocumentId {
  bills += 1
  const values = { invoice_number: `B-${bills}`, 'seller.name': 'Servicios del Norte SA de CV' }
  return book.read({ values, lines: [{ description, classificationCode, total: '10000.00' }] })
}

function buy(): void {
  for (const [description, code] of haulage) bill(description, code)
}

test('what the invoices so far look like is told once they speak for a trade, kept, and codes the next line', async () => {
  expect(trade.guess()).toBeNull()
  buy()
  trade.wake()
  await vi.waitFor(() => expect(trade.guess()).not.toBeNull(), { timeout: 20_000 })
  expect(['carrier', 'passenger']).toContain(trade.guess()?.trade)
  expect(changes).toBe(1)
  // After a restart it is known at once.
  expect(watched().guess()).toEqual(trade.guess())

  const documentId = bill('Diésel 900 litros', '15101505')
  const accountOf = () => book.line(documentId, 1).accountCode
  expect(accountOf()).toBe('601.48')
  write(book.store, tx => codeDocument(tx, documentId, { ...book.machine, purchases: () => trade.guess() }))
  expect(accountOf()).toBe('501.08')
})

test('a company that has said what it does is not guessed about', async () => {
  book.settings = { ...book.settings, companyProfile: profileOf('Accounting firm.') }
  buy()
  trade.wake()
  await new Promise(resolve => setTimeout(resolve, 1_500))
  expect(trade.guess()).toBeNull()
  expect(changes).toBe(0)
})
