import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PurchaseTally } from '../../../../src/engine/pipeline/code/purchase-tally'
import { noMemory } from '../../../../src/engine/pipeline/code/memory-hits'
import { coder, knowledge, lineOf } from './coding-book'

type Bought = readonly [description: string, productCode: string | null]

const office: readonly Bought[] = [
  ['Renta de oficina marzo', '80131502'],
  ['Energía eléctrica bimestral', '83101800'],
  ['Internet 200 MB', '81161700'],
  ['Hojas carta caja', '14111507'],
  ['Tóner negro', '44103103'],
  ['Garrafones de agua', '50202301'],
  ['Honorarios contables marzo', '84111500'],
  ['Comisión por transferencia', '84121500'],
  ['Taxi al aeropuerto', '78111804'],
  ['Gasolina magna', '15101514'],
  ['Póliza de seguro de oficina', '84131500'],
  ['Limpieza de oficinas', '76111501'],
]
const haulage: readonly Bought[] = [
  ['Diésel 1,200 litros', '15101505'],
  ['Caseta Tepotzotlán', '95111602'],
  ['Llantas 11R22.5', '25172503'],
  ['Reparación de motor de tractocamión', '78181500'],
  ['Urea automotriz', '12352104'],
  ['Lavado de unidad', '76111800'],
  ['Rastreo satelital', '83111700'],
  ['Balatas y tambores', '25171700'],
  ['Aceite para motor a diésel', '15121501'],
  ['Verificación físico mecánica', '78181505'],
]
const baking: readonly Bought[] = [
  ['Harina de trigo 44 kg', '50221101'],
  ['Mantequilla sin sal', '50131700'],
  ['Huevo blanco caja', '50131600'],
  ['Levadura seca', '50171500'],
  ['Azúcar estándar bulto', '50161509'],
  ['Chocolate semiamargo', '50161800'],
  ['Caja para pastel con ventana', '24112500'],
  ['Capacillo rojo', '24112700'],
  ['Horno de convección 10 charolas', '48101500'],
  ['Gas LP 300 litros', '15111510'],
]

function tallyOf(...bought: readonly Bought[]): PurchaseTally {
  const tally = new PurchaseTally(knowledge, knowledge.trades, knowledge.models.usual)
  for (const [description, productCode] of bought) tally.add({ description, productCode, vendorName: '' })
  return tally
}

test('who buys diesel, tolls and tyres beside the office is in transport; flour and cake boxes make a bakery', () => {
  const transport = tallyOf(...office, ...haulage).guess()
  expect(['carrier', 'passenger']).toContain(transport?.trade)
  expect(transport?.lines).toBe(office.length + haulage.length)
  expect(transport?.share).toBeGreaterThan(0.2)
  expect(transport?.share).toBeLessThan(0.8)
  expect(tallyOf(...office, ...baking).guess()?.trade).toBe('bakery')
})

test('an office’s purchases speak for no trade, nor does a single line, nor none', () => {
  expect(tallyOf(...office).guess()).toBeNull()
  for (const line of [...office, ...haulage, ...baking]) expect(tallyOf(line).guess()).toBeNull()
  expect(tallyOf().guess()).toBeNull()
})

test('forty fillings of a tank are one purchase: the same thing again says nothing new', () => {
  const months = ['enero', 'febrero', 'marzo', 'abril']
  const diesel = months.flatMap(month => [1, 2, 3].map((day): Bought => [`Diésel ${month} ${day}`, '15101505']))
  expect(tallyOf(...diesel).guess()).toBeNull()
  const tally = tallyOf(...office, ...haulage)
  const before = tally.guess()
  for (const [description, productCode] of haulage) tally.add({ description, productCode, vendorName: 'Otro' })
  expect(tally.guess()).toEqual(before)
})

test('what is bought for the own staff and office speaks for no trade', () => {
  const own = baking.map(([description, code]): Bought => [`${description} para el personal`, code])
  expect(tallyOf(...office, ...own).guess()).toBeNull()
})

test('in which order the invoices came makes no difference', () => {
  const lines = [...office, ...haulage]
  const guess = tallyOf(...lines).guess()
  fc.assert(
    fc.property(fc.shuffledSubarray(lines, { minLength: lines.length }), shuffled => {
      const again = tallyOf(...shuffled).guess()
      expect(again?.trade).toBe(guess?.trade)
      expect(again?.share).toBeCloseTo(guess?.share ?? 0, 9)
    }),
    { numRuns: 20 },
  )
})

test('a company whose purchases look like a carrier’s has diesel as cost, says why, and is never coded without a look', () => {
  const diesel = lineOf({ description: 'Diésel 800 litros', productCode: '15101505', amount: 19_000 })
  const purchases = tallyOf(...office, ...haulage).guess()
  const company = { profile: null, name: 'Grupo Ximena SA de CV', homeCurrency: 'MXN' }
  expect(coder.code(diesel, company, noMemory).candidates[0]?.accountCode).toBe('601.48')

  const coding = coder.code(diesel, { ...company, purchases }, noMemory)
  expect(coding.candidates[0]?.accountCode).toBe('501.08')
  expect(coding.candidates[0]?.evidence.map(({ key }) => key)).toContain('trade_by_purchases')
  expect(coding.isGrounded).toBe(false)
})
