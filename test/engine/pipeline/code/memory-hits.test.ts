import { expect, test } from 'vitest'
import { descriptionKey } from '../../../../src/engine/pipeline/code/fold'
import { noMemory, recall, type CodingMemory, type Lesson } from '../../../../src/engine/pipeline/code/memory-hits'
import { accountants, accountOf, codingOf } from './coding-book'

const lesson = (description: string, accountCode: string, classificationCode: string | null = null): Lesson => ({
  descriptionKey: descriptionKey(description),
  classificationCode,
  accountCode,
})
const ofVendor = (...lessons: Lesson[]): CodingMemory => ({ ...noMemory, ofVendor: lessons })

test('one correction is followed by the next line of the vendor that says the same', () => {
  const line = { description: 'Servicio integral abril 2026' }
  const memory = ofVendor(lesson('Servicio integral marzo 2026', '601.53'))
  expect(accountOf(line)).not.toBe('601.53')
  const { candidates } = codingOf(line, accountants, memory)
  expect(candidates[0]?.accountCode).toBe('601.53')
  expect(candidates[0]?.evidence[0]?.key).toMatch(/same_line|similar_line/)
})

test('a lesson about something merely alike waits for a second one before it goes without a look', () => {
  const line = { description: 'Mantenimiento de elevador torre norte' }
  const once = codingOf(line, accountants, ofVendor(lesson('Mantenimiento de elevador torre sur', '601.46')))
  const twice = codingOf(
    line,
    accountants,
    ofVendor(
      lesson('Mantenimiento de elevador torre sur', '601.46'),
      lesson('Mantenimiento de elevador torre oriente', '601.46'),
    ),
  )
  expect(once.candidates[0]?.accountCode).toBe('601.46')
  expect(once.stages.account).toBeLessThan(0.85)
  expect(twice.stages.account).toBeGreaterThan(once.stages.account)
})

test('lessons that disagree lower the chance', () => {
  const line = { description: 'Servicio integral' }
  const agreed = codingOf(
    line,
    accountants,
    ofVendor(lesson('Servicio integral', '601.53'), lesson('Servicio integral', '601.53')),
  )
  const torn = codingOf(
    line,
    accountants,
    ofVendor(lesson('Servicio integral', '601.53'), lesson('Servicio integral', '601.38')),
  )
  expect(torn.stages.account).toBeLessThan(agreed.stages.account)
})

test('a person may have chosen an account the machine never proposes: memory offers it again', () => {
  const memory = ofVendor(lesson('Aportación extraordinaria', '102.01'))
  expect(accountOf({ description: 'Aportación extraordinaria' }, accountants, memory)).toBe('102.01')
})

test('a remembered account that is no longer in the chart is not offered', () => {
  const memory = ofVendor(lesson('Servicio integral', '999.99'))
  const codes = codingOf({ description: 'Servicio integral' }, accountants, memory).candidates.map(
    one => one.accountCode,
  )
  expect(codes).not.toContain('999.99')
})

test('other vendors’ lines with the same words count, less than the vendor’s own', () => {
  const memory = { ...noMemory, ofOthers: [lesson('Recarga de pase', '601.49')] }
  expect(accountOf({ description: 'Recarga de pase' }, accountants, memory)).toBe('601.49')
  const own = { ...memory, ofVendor: [lesson('Recarga de pase', '601.60')] }
  expect(accountOf({ description: 'Recarga de pase' }, accountants, own)).toBe('601.60')
})

test('a default account set in the vendor’s record is taken where nothing was decided yet', () => {
  const memory = { ...noMemory, vendorDefault: '601.56' }
  expect(accountOf({ description: 'Folio 3391' }, accountants, memory)).toBe('601.56')
})

test('a company that has decided nothing remembers nothing', () => {
  expect(recall('Renta', '80131502', noMemory)).toEqual([])
})
