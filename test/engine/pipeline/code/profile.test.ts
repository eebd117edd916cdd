import { trades as en } from '../../../../src/renderer/src/i18n/en/trades'
import { trades as es } from '../../../../src/renderer/src/i18n/es/trades'
import { expect, test } from 'vitest'
import { CompanyProfile } from '../../../../src/shared/company-profile'
import { knowledge, profileOf } from './coding-book'

test('a shop’s words give its goods, its inventory and its threshold', () => {
  const shop = profileOf('Pet shop. Perpetual inventory of goods for resale. Capitalises equipment from MXN 7,500.')
  expect(shop).toMatchObject({
    goods: 'perpetual',
    hasDepartments: false,
    capitalThreshold: { amount: '7500', currency: 'MXN' },
  })
  expect(shop.trades).toContain('petshop')
  expect(shop.sells).toContain('pet_supply')
})

test('Spanish words are understood the same way', () => {
  const bakery = profileOf(
    'Panadería. Los insumos se cargan directamente al costo. Gastos por departamentos. Capitaliza equipo desde MXN 4,000.',
  )
  expect(bakery).toMatchObject({ goods: 'direct', hasDepartments: true, capitalThreshold: { amount: '4000' } })
  expect(bakery.materials).toContain('food')
})

test('a software company with a product for clinics is no clinic', () => {
  expect(profileOf('Software company with a product for clinics.').trades).toEqual(['software'])
})

test('what serves customers is cost: said in words, found as concepts', () => {
  const { serviceCosts } = profileOf('Consulting firm. Translation and freelance work for clients are cost of service.')
  expect(serviceCosts).toEqual(expect.arrayContaining(['translation', 'subcontract']))
})

test('a threshold in another currency keeps it', () => {
  expect(profileOf('Software services. Capitalises equipment from USD 400 per unit.').capitalThreshold).toEqual({
    amount: '400',
    currency: 'USD',
  })
})

test('goods named after the trade are sold too', () => {
  expect(profileOf('Importer and wholesaler of toys. Perpetual inventory.').sells).toContain('toys')
})

test.each(['', '🙂', 'x'.repeat(10_000), 'No. Nothing; (601)', 'لا شيء'])(
  'words that say nothing (%.20s) make a profile that claims nothing',
  words => {
    const profile = profileOf(words.slice(0, 4000))
    expect(CompanyProfile.parse(profile)).toEqual(profile)
    expect(profile).toMatchObject({ trades: [], sells: [], capitalThreshold: null })
  },
)

test('a trade confirmed by its name on the screen is understood as that trade again', () => {
  for (const names of [en, es]) {
    const told = Object.entries(names).filter(([key]) => key !== 'trade.other')
    const understood = told.map(([, name]) => [name, `trade.${profileOf(name).trades[0] ?? 'other'}`])
    expect(understood).toEqual(told.map(([key, name]) => [name, key]))
    expect(told).toHaveLength(knowledge.trades.length)
  }
})

test.each(['5,000', '-5', 'five thousand', '1e309', ''])(
  'a threshold for fixed assets of "%s" is refused: no line could be weighed against it',
  amount => {
    const told = { ...profileOf('Shoe shop.'), capitalThreshold: { amount, currency: 'MXN' } }
    expect(CompanyProfile.safeParse(told).success).toBe(false)
  },
)

test('a number too long for an amount is no threshold', () => {
  const words = `Shoe shop. Capitalises from MXN 9${',999'.repeat(10)}.`
  expect(profileOf(words).capitalThreshold).toBeNull()
})
