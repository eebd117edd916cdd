import { expect, test } from 'vitest'
import { foldDepartment, inDepartment } from '../../../../src/engine/pipeline/code/departments'
import { classOfCode } from '../../../../src/engine/pipeline/code/product-classes'
import { matchConcepts } from '../../../../src/engine/pipeline/code/concepts'
import { stems } from '../../../../src/engine/pipeline/code/stems'
import { roughlyIn, unitAmount } from '../../../../src/engine/pipeline/code/unit-amount'
import { variantsFor } from '../../../../src/engine/pipeline/code/variants'
import { vendorKind } from '../../../../src/engine/pipeline/code/vendor-kind'
import { chart, knowledge } from './coding-book'

test.each([
  ['Lic. Teresa Olvera Pineda', null, 'MXN', 'person'],
  ['Taller Ramírez', null, 'MXN', 'person'],
  ['Notaría Pública 8', null, 'MXN', 'person'],
  ['Aceros del Norte S.A. de C.V.', null, 'MXN', 'company'],
  ['Despacho Lima SC', null, 'MXN', 'company'],
  ['Bright Harbor LLC', null, 'USD', 'foreign_company'],
  ['Werkzeug Nord GmbH', null, 'EUR', 'foreign_company'],
  ['Anna Miller (UK)', null, 'USD', 'foreign_person'],
  ['Comercial X', 'OIPT800101AB1', 'MXN', 'person'],
  ['Comercial X', 'CXA800101AB1', 'MXN', 'company'],
  ['Tesorería Municipal', null, 'MXN', 'unknown'],
  ['', null, null, 'unknown'],
] as const)('%s (%s, %s) is a %s', (name, taxId, currency, kind) => {
  expect(vendorKind(name, taxId, currency, 'MXN')).toBe(kind)
})

test('every account a variant or a department leads to is one a bill can go to', () => {
  const kinds = ['company', 'person', 'foreign_company', 'foreign_person', 'unknown'] as const
  const usable = chart.accounts.filter(account => account.isPostable).map(account => account.code)
  for (const { expense, capital } of knowledge.concepts.concepts.values()) {
    expect(usable).toContain(expense)
    if (capital !== null) expect(usable).toContain(capital)
    for (const kind of kinds) {
      for (const code of variantsFor(expense, kind, 'Banco X')) {
        expect(usable).toContain(code)
        for (const department of ['selling', 'administration', 'plant'] as const)
          expect(usable).toContain(inDepartment(code, department))
      }
    }
  }
})

test('the departments number uniforms differently: 601.77, 602.77, 603.75, 604.75', () => {
  const departments = ['selling', 'administration', 'plant'] as const
  expect(departments.map(department => inDepartment('601.77', department))).toEqual(['602.77', '603.75', '604.75'])
  expect(['602.77', '603.75', '604.75'].map(foldDepartment)).toEqual(['601.77', '601.77', '601.77'])
})

test('the longest product-code prefix wins', () => {
  expect(classOfCode(knowledge.classes, '15101514')?.expense).toBe('601.48')
  expect(classOfCode(knowledge.classes, '78111807')?.prefix).toBe('78111807')
  expect(classOfCode(knowledge.classes, '00000000')).toBeUndefined()
})

test('a product code is called by its official name', () => {
  expect(knowledge.catalogue.nameOf('50192403')).toBe('Miel')
  expect(knowledge.catalogue.nameOf('99999999')).toBeUndefined()
})

test('the catalogue’s own words lead to its classes', () => {
  expect(knowledge.catalogue.classesOf('Jeringas')[0]?.prefix).toMatch(/^42/)
  expect(knowledge.catalogue.classesOf('qqqq')).toEqual([])
})

test('a longer phrase explains away the word inside it: "boleto de autobús" is a journey and no bus', () => {
  expect(matchConcepts(knowledge.concepts, 'Boleto de autobús a Puebla')[0]?.concept.key).toBe('taxi')
})

test('singular and plural, feminine and masculine, meet in one stem; short words keep their vowel', () => {
  expect(stems('llantas')).toEqual(stems('llanta'))
  expect(stems('servicios')).toEqual(stems('servicio'))
  expect(stems('mesa')).not.toEqual(stems('mes'))
})

test.each([
  ['Chairs, qty 12', 3_600, null, 300],
  ['Escritorio, 4 piezas', 16_000, null, 4_000],
  ['Desks at 640 each', 3_840, null, 640],
  ['Laptop', 18_000, 2, 9_000],
  ['Laptop', 18_000, 0.5, 18_000],
] as const)('"%s" for %d costs a piece what it costs', (description, amount, quantity, each) => {
  expect(unitAmount(description, amount, quantity)).toBe(each)
})

test('a threshold in pesos is compared with dollars roughly; an unknown currency is taken as it is', () => {
  expect(roughlyIn('MXN', 100, 'USD')).toBeCloseTo(1_800, -2)
  expect(roughlyIn('MXN', 100, 'XTS')).toBe(100)
})
