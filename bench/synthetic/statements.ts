import { accountWordings } from './account-wordings'
import type { SyntheticDocument } from './documents'
import { invent, type Invented } from './invoice'
import { asOcr } from './noise'
import { paymentWordings } from './payment-wordings'
import type { Random } from './random'
import { Sheet } from './sheet'
import { amountText, dateText, styleOf, type Style } from './style'

const left = 45
const right = 550

/** Other seeds than those of invented invoices. */
const apart = 70_000

/** Invented statements of account and reminders: papers that speak of invoices and are none. */
export function syntheticStatements(from: number, count: number): SyntheticDocument[] {
  return Array.from({ length: count }, (_, at) => statement(from + at))
}

function statement(seed: number): SyntheticDocument {
  const { invoice, random } = invent(seed + apart)
  const style = styleOf(invoice.wording, random)
  const sheet = new Sheet()
  const isReminder = random.chance(0.4)
  const y = head(sheet, invoice, { style, random, isReminder })
  const end = (random.chance(0.35) && !isReminder ? account : openItems)(
    sheet,
    invoice,
    { style, random, isReminder },
    y,
  )
  if (!isReminder && random.chance(0.35)) ages(sheet, invoice, style, random, end + 30)
  const pages = random.chance(0.2) ? asOcr(sheet.read(), random) : sheet.read()
  const file = `statement ${seed}`
  return {
    pages,
    truth: {
      id: file,
      path: file,
      file,
      group: 'synthetic',
      language: invoice.language,
      family: file,
      isPayable: false,
      isUnreadable: false,
      names: 'likeness',
      fields: {
        document_type: ['statement'],
        issue_date: [invoice.issued],
        'seller.name': [invoice.seller.name],
        'buyer.name': [invoice.buyer.name],
      },
      lines: null,
    },
  }
}

interface Setting {
  readonly style: Style
  readonly random: Random
  readonly isReminder: boolean
}

/** Letterhead, addressee, title and date; returns where the entries begin. */
function head(sheet: Sheet, invoice: Invented, { style, random, isReminder }: Setting): number {
  const { seller, buyer, wording, language } = invoice
  const words = accountWordings[language]
  sheet.put(random.chance(0.4) ? 340 : left, 40, seller.name, random.pick([11, 14]))
  sheet.put(left, 60, [seller.street, seller.town].join(' · '), 8)
  const isLabelled = random.chance(0.4)
  if (isLabelled) sheet.put(left, 110, style.toLabel)
  const rows = [buyer.name, buyer.street, buyer.town]
  for (const [at, text] of rows.entries()) sheet.put(left, 124 + at * 12, text)
  const title = random.pick(isReminder ? words.reminder : words.statement)
  const isAbove = random.chance(0.5)
  sheet.put(isAbove ? 340 : left, isAbove ? 90 : 200, title, random.pick([9, 13, 17]))
  sheet.put(340, 150, style.colon ? `${words.columns.date}:` : words.columns.date)
  sheet.put(430, 150, dateText(invoice.issued, style, wording.months))
  if (random.chance(0.6)) {
    sheet.put(340, 163, random.pick(wording.customer))
    sheet.put(430, 163, String(random.whole(1000, 99_999)))
  }
  if (isReminder || random.chance(0.3)) sheet.put(left, 220, words.asking[0] ?? '')
  return 245
}

function rowsOf({ issued, wording }: Invented, { style, random }: Setting) {
  const prefix = random.pick(['', 'INV-', 'F26-', 'R'])
  return Array.from({ length: random.whole(1, 7) + 1 }, (_, at) => {
    const time = Date.parse(issued) - (90 - at * 9 - random.whole(0, 5)) * 86_400_000
    const day = (shift: number) =>
      dateText(new Date(time + shift * 86_400_000).toISOString().slice(0, 10), style, wording.months)
    return {
      number: `${prefix}${random.whole(1000, 99_999)}`,
      dated: day(0),
      due: day(30),
      cents: random.whole(2_000, 400_000),
    }
  })
}

/** One row for each invoice that is not paid. */
function openItems(sheet: Sheet, invoice: Invented, setting: Setting, from: number): number {
  const { style, random, isReminder } = setting
  const words = accountWordings[invoice.language]
  const hasPaid = random.chance(0.3)
  const headings = [
    [random.pick(words.columns.number), left, 'left'],
    [words.columns.date, 160, 'left'],
    [words.columns.due, 260, 'left'],
    [random.pick(words.columns.amount), 430, 'right'],
    ...(hasPaid ? ([[words.columns.balance, right, 'right']] as const) : []),
  ] as const
  for (const [text, x, align] of headings) sheet.put(x, from, text, 9, align)
  let y = from + 18
  const rows = rowsOf(invoice, setting)
  for (const { number, dated, due, cents } of rows) {
    sheet.put(left, y, number)
    sheet.put(160, y, dated)
    sheet.put(260, y, due)
    sheet.put(430, y, amountText(cents, style), 9, 'right')
    if (hasPaid) sheet.put(right, y, amountText(cents, style), 9, 'right')
    y += 15
  }
  const x = hasPaid ? right : 430
  const owed = rows.reduce((sum, { cents }) => sum + cents, 0)
  const total = (label: string, cents: number) => {
    sheet.put(260, y, label)
    sheet.put(x, y, amountText(cents, style), 9, 'right')
    y += 15
  }
  y += 8
  const fee = isReminder && random.chance(0.4) ? 500 : 0
  if (fee > 0) total(words.fee, fee)
  total(random.pick(words.owed), owed + fee)
  sheet.put(left, y + 20, isReminder ? (words.asking[1] ?? '') : style.terms, 8)
  return y + 30
}

/** Invoices and payments with what is left after each. */
function account(sheet: Sheet, invoice: Invented, setting: Setting, from: number): number {
  const { style, random } = setting
  const words = accountWordings[invoice.language]
  const { columns } = words
  sheet.put(left, from, columns.date)
  const heads = [columns.debit, columns.credit, columns.balance]
  for (const [at, text] of heads.entries()) sheet.put(370 + at * 90, from, text, 9, 'right')
  const rows = rowsOf(invoice, setting)
  let balance = random.whole(0, 200_000)
  let y = from + 18
  const row = (dated: string, text: string, cents: number | null) => {
    if (cents !== null) balance += cents
    sheet.put(left, y, dated)
    sheet.put(130, y, text)
    if (cents !== null) sheet.put(cents > 0 ? 370 : 460, y, amountText(Math.abs(cents), style), 9, 'right')
    sheet.put(right, y, amountText(Math.abs(balance), style), 9, 'right')
    y += 15
  }
  row(rows[0]?.dated ?? '', words.opening, null)
  for (const { number, dated, cents } of rows)
    if (random.chance(0.3) && balance > 0) row(dated, words.payment, -balance)
    else row(dated, `${random.pick(words.entry)} ${number}`, cents)
  sheet.put(330, y + 8, random.pick(words.owed))
  sheet.put(right, y + 8, amountText(Math.abs(balance), style), 9, 'right')
  sheet.put(left, y + 30, random.pick(paymentWordings[invoice.language].left), 8)
  return y + 40
}

/** What is owed by age, side by side. */
function ages(sheet: Sheet, { language }: Invented, style: Style, random: Random, y: number): void {
  for (const [at, text] of accountWordings[language].ages.entries()) {
    sheet.put(left + at * 100, y, text, 8)
    sheet.put(left + at * 100, y + 12, amountText(random.whole(0, 90_000), style))
  }
}
