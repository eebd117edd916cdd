import { expect, test } from 'vitest'
import { writtenFrom } from '../../../../src/engine/pipeline/code/check-accounts'
import { noMemory } from '../../../../src/engine/pipeline/code/memory-hits'
import { accountOf, chart, coder, codingOf, lineOf, profileOf } from './coding-book'

const shoeShop = profileOf('Shoe shop. Perpetual inventory. One expense group (601). Capitalises from MXN 6,000.')
const jamMaker = profileOf(
  'Jam producer and packer. Fruit, sugar, jars and lids are charged straight to cost. Departmental expense groups: 602 selling, 603 administration, 604 plant.',
)
const haulier = profileOf('Road freight carrier. Fuel, tolls and tyres are cost of service. One expense group (601).')

test.each([
  ['Recibo de luz oficina', '83101801', '601.52'],
  ['Servicio de limpieza de oficinas, mayo', '76111501', '601.54'],
  ['Tóner para impresora láser', '44103103', '601.55'],
  ['Hospedaje dos noches, visita a auditoría', '90111501', '601.49'],
  ['Gasolina 40 litros', '15101514', '601.48'],
  ['Office cleaning, April', null, '601.54'],
  ['Printer paper, 10 reams', null, '601.55'],
  ['Airport taxi', null, '601.49'],
])('an accounting firm books "%s" to %s → %s', (description, productCode, account) => {
  expect(accountOf({ description, productCode })).toBe(account)
})

test('the same jars are material for a jam maker and nothing an accounting firm calls material', () => {
  const jars = { description: 'Frasco de vidrio 250 ml con tapa', productCode: '24122003', amount: 8_000 }
  expect(accountOf(jars, jamMaker)).toBe('501.03')
  expect(accountOf(jars)).toMatch(/^601\./)
})

test('shoes are inventory for a shoe shop and workwear for an accounting firm', () => {
  const shoes = { description: 'Zapato de piel', productCode: '53111600', amount: 12_000 }
  expect(accountOf(shoes, shoeShop)).toBe('115.01')
  expect(accountOf(shoes)).not.toBe('115.01')
})

test('diesel is cost of service for a haulier, an expense for everybody else', () => {
  const diesel = { description: 'Diésel 800 litros', productCode: '15101505', amount: 19_000 }
  expect(accountOf(diesel, haulier)).toBe('501.08')
  expect(accountOf(diesel)).toBe('601.48')
})

test('a laptop above the threshold is equipment, a keyboard below it is an expense', () => {
  expect(accountOf({ description: 'Laptop 14 pulgadas', productCode: '43211503', amount: 18_000 })).toBe('156.01')
  expect(accountOf({ description: 'Teclado y mouse', productCode: '43211706', amount: 450 })).toMatch(/^601\./)
})

test('twenty small chairs are less of an asset than two big ones of the same total', () => {
  const chairs = { description: 'Sillas operativas', productCode: '56112100', amount: 24_000 }
  const chance = (quantity: number) =>
    codingOf({ ...chairs, quantity }).candidates.find(({ accountCode }) => accountCode === '155.01')?.probability ?? 0
  expect(accountOf({ ...chairs, quantity: 2 })).toBe('155.01')
  expect(chance(20)).toBeLessThan(chance(2))
})

test.each([
  ['Honorarios contables junio', 'Lic. Teresa Olvera Pineda', 'MXN', '601.34'],
  ['Honorarios contables junio', 'Olvera y Socios SC', 'MXN', '601.38'],
  ['Tax advice, June', 'Harper & Lowe LLP', 'USD', '601.40'],
  ['Renta de oficina junio', 'Manuel Ibarra Soto', 'MXN', '601.45'],
  ['Renta de oficina junio', 'Inmobiliaria Ibarra SA de CV', 'MXN', '601.46'],
  ['Intereses del crédito', 'Banco del Golfo SA', 'MXN', '701.04'],
])('"%s" by %s (%s) goes to %s: who is paid decides', (description, vendorName, currency, account) => {
  expect(accountOf({ description, vendorName, currency })).toBe(account)
})

test.each([
  ['Anticipo para compra de mobiliario', '120.01'],
  ['Depósito en garantía por arrendamiento de oficina', '184.02'],
  ['Multa de tránsito', '601.83'],
  ['Seguro de automóviles, póliza anual', '601.57'],
  ['Comisión por manejo de cuenta', '701.10'],
  ['Impuesto predial del local', '601.78'],
])('"%s" goes to %s whatever it is about', (description, account) => {
  expect(accountOf({ description })).toBe(account)
})

test('departments are kept apart: plant, selling and administration', () => {
  expect(accountOf({ description: 'Energía eléctrica de la planta' }, jamMaker)).toBe('604.52')
  expect(accountOf({ description: 'Anuncios en redes sociales' }, jamMaker)).toBe('602.61')
  expect(accountOf({ description: 'Papelería para oficina' }, jamMaker)).toBe('603.55')
})

test('a credit note of a shop gives back a purchase', () => {
  const note = { description: 'Bonificación sobre compras', amount: -3_400, isCreditNote: true }
  expect(accountOf(note, shoeShop)).toBe('503.01')
})

test('every proposal is an account a supplier document can go to, ten of them, none twice', () => {
  for (const description of ['Renta', 'Zapatos', 'Zzz', 'Depreciación del mes', 'IVA acreditable', 'Nómina']) {
    const codes = codingOf({ description }, null).candidates.map(candidate => candidate.accountCode)
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    expect(codes.every(code => chart.byCode.get(code)?.isPostable)).toBe(true)
  }
})

test('chances fall from place to place and never add up to more than one', () => {
  const { candidates, stages } = codingOf({ description: 'Servicio de internet', productCode: '81112100' })
  const chances = candidates.map(candidate => candidate.probability)
  expect(chances).toEqual(chances.toSorted((a, b) => b - a))
  expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1.0001)
  expect(stages.family).toBeGreaterThanOrEqual(stages.subfamily)
  expect(stages.subfamily).toBeGreaterThanOrEqual(stages.account)
})

test('each candidate says in words why', () => {
  const [best] = codingOf({ description: 'Caseta de peaje', productCode: '95111602' }).candidates
  expect(best?.evidence).toContainEqual({ key: 'words', params: { words: 'peaje' } })
  expect(best?.evidence).toContainEqual({
    key: 'product_code',
    params: {
      code: '95111602',
      meaning: 'Thoroughfares: tolls',
      meaningEs: 'Carretera o autopista o autopista de peaje interestatal',
    },
  })
})

test.each([
  ['no description', ''],
  ['ten thousand characters', 'Servicio de limpieza '.repeat(500)],
  ['emoji', '🧾🚕💡'],
  ['right-to-left text', 'خدمات التنظيف الشهرية للمكتب'],
  ['control characters', '\u0000\u202eSeguro\u0007'],
  ['a formula', '=HYPERLINK("http://x")'],
])('a line with %s still gets ten candidates', (_, description) => {
  expect(codingOf({ description }).candidates).toHaveLength(10)
})

test.each(['99999999', '01010101', 'ABC', '', '8', '151015140000'])(
  'a product code nobody knows (%s) says nothing and stops nothing',
  productCode => {
    expect(accountOf({ description: 'Recibo de luz', productCode })).toBe('601.52')
  },
)

test('a line of which nothing is known is shown to a person, whatever it is', () => {
  expect(codingOf({ description: 'Zzz' }).stages.account).toBeLessThan(0.85)
  expect(codingOf({ description: 'Zzz' }, null).isGrounded).toBe(false)
})

test('the billing code used for advances is an advance only where the text says so', () => {
  const productCode = '84111506'
  expect(accountOf({ description: 'Anticipo del bien o servicio', productCode })).toBe('120.01')
  expect(accountOf({ description: 'Servicios de facturación', productCode })).toBe('601.60')
})

test('the same line is coded the same way every time', () => {
  const line = lineOf({ description: 'Mantenimiento de elevador', productCode: '72101506' })
  expect(codingOf(line)).toEqual(codingOf(line))
})

test('a company that said nothing is judged by its name, but never coded without a look for it', () => {
  const diesel = lineOf({ description: 'Diésel 800 litros', productCode: '15101505', amount: 19_000 })
  const codingFor = (name: string) => coder.code(diesel, { profile: null, name, homeCurrency: 'MXN' }, noMemory)
  expect(codingFor('Autotransportes Loma Alta SA de CV').candidates[0]?.accountCode).toBe('501.08')
  expect(codingFor('Despacho contable Rivas y Cía').candidates[0]?.accountCode).toBe('601.48')
  expect(codingFor('Grupo Ximena SA de CV').candidates[0]?.accountCode).toBe('601.48')
  expect(codingFor('Autotransportes Loma Alta SA de CV').isGrounded).toBe(false)
})

test('what something is for is not what it is: diesel for a tractor is diesel, a cover for a laptop no computer', () => {
  const farm = profileOf('Corn farm. Capitalises equipment from MXN 15,000.')
  expect(accountOf({ description: 'Diésel para tractores', productCode: '15101505', amount: 28_000 }, farm)).toBe(
    '601.48',
  )
  expect(accountOf({ description: 'Funda para laptop', amount: 450 })).not.toBe('156.01')
})

test('what a company calls an expense is one, whatever its trade usually makes of it', () => {
  const material = { description: 'Material didáctico preescolar', productCode: '60101700', amount: 2_800 }
  expect(accountOf(material, profileOf('Private school.'))).toBe('501.08')
  expect(accountOf(material, profileOf('Private school. Teaching materials are an expense.'))).toMatch(/^601\./)
})

test('an account that nothing on the line speaks for is shown as a guess, never written on the line', () => {
  const { candidates, stages } = codingOf({ description: 'Zzz', vendorName: 'Qwx' })
  expect(candidates[0]?.evidence.every(({ key }) => key === 'catch_all')).toBe(true)
  expect(stages.account).toBeLessThan(writtenFrom)
})
