import type { PageReading } from '../../src/engine/pipeline/facts'
import type { Invented } from './invoice'
import type { Random } from './random'
import { Sheet } from './sheet'
import { slipWordings } from './slip-wordings'
import { amountText, dateText, type Style } from './style'

const left = 14
const right = 212

/** Sets an invented sale as a till prints it: a narrow strip, the shop on top, amounts with their tax inside. */
export function setSlip(invoice: Invented, style: Style, random: Random): PageReading[] {
  const { seller, wording, language } = invoice
  const { till, receipt, slipTotal } = slipWordings[language]
  const sheet = new Sheet(226, 420 + invoice.lines.length * 26)
  const isCentred = random.chance(0.6)
  let y = 24
  const put = (text: string, size = 9) => {
    if (text === '') return
    sheet.put(isCentred ? (left + right) / 2 - (text.length * size) / 4 : left, y, text, size)
    y += size + 5
  }
  const pair = (label: string, value: string, size = 9) => {
    sheet.put(left, y, label, size)
    sheet.put(right, y, value, size, 'right')
    y += size + 5
  }
  put(seller.name, random.pick([9, 11, 14]))
  put(seller.street)
  put(seller.town)
  if (random.chance(0.4)) put(`Tel ${random.whole(100, 999)} ${random.whole(1000, 9999)} ${random.whole(100, 999)}`)
  const hasTaxId = invoice.seller.taxId !== ''
  if (hasTaxId) put(`${style.taxIdLabel}: ${seller.taxId}`)
  y += 6
  put(random.pick(receipt), 12)
  const time = `${random.whole(10, 21)}:${random.whole(10, 59)}`
  const date = dateText(invoice.issued, style, wording.months)
  if (random.chance(0.5)) pair(style.dateLabel, `${date} ${time}`)
  else pair(date, time)
  if (invoice.number !== '') pair(style.numberLabel, invoice.number)
  if (random.chance(0.4)) pair(till.served, random.pick(['Ana', 'Max', '03', 'K2']))
  y += 6
  const gross = (line: Invented['lines'][number]) => Math.round(line.total * (1 + line.rate / 100))
  for (const line of invoice.lines) {
    if (line.quantity === 1 || random.chance(0.3)) pair(line.description.slice(0, 24), amountText(gross(line), style))
    else {
      put(line.description.slice(0, 30))
      const each = amountText(Math.round(gross(line) / line.quantity), style)
      pair(`${amountText(line.quantity * 100, style, true)} x ${each}`, amountText(gross(line), style))
    }
  }
  y += 6
  const money = (cents: number) =>
    style.signInRows ? `${style.sign} ${amountText(cents, style)}` : amountText(cents, style)
  const showsTax = invoice.tax > 0
  if (showsTax && random.chance(0.5)) pair(style.netLabel, money(invoice.net))
  if (showsTax) for (const { rate, tax } of invoice.taxes) pair(`${style.taxLabel} ${rate}%`, money(tax))
  pair(random.pick(slipTotal), money(invoice.total), random.pick([9, 12, 14]))
  if (random.chance(0.6)) {
    const given = Math.ceil(invoice.total / 1000) * 1000
    pair(till.cash, money(given))
    pair(till.change, money(given - invoice.total))
  } else pair('VISA', money(invoice.total))
  y += 8
  put(till.thanks)
  return sheet.read()
}
