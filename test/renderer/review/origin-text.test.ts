import { expect, test } from 'vitest'
import type { Origin } from '../../../src/shared/invoice'
import { createText } from '../../../src/renderer/src/i18n/t'
import { originText } from '../../../src/renderer/src/review/fields/origin-text'

const english = createText('en', 'en-US')
const spanish = createText('es', 'es-MX')

const joined: Origin = {
  kind: 'formula',
  rule: 'joined',
  inputs: ['/cfdi:Comprobante[1]/@Serie', '/cfdi:Comprobante[1]/@Folio'],
}

test('a number put together from two places of the XML names both as the XML does', () => {
  expect(originText(english, joined)).toBe('Put together from Serie, Folio')
  expect(originText(spanish, joined)).toBe('Unido a partir de Serie, Folio')
})

test('an amount worked out from others says by which rule, in the words of the page', () => {
  const net: Origin = { kind: 'formula', rule: 'total_less_tax', inputs: ['1160.00', '160.00'] }
  expect(originText(english, net)).toBe('Total less tax')
  expect(originText(spanish, { ...net, rule: 'a_rule_of_tomorrow' })).toBe('Calculado')
})

test('a value that the document leaves out says what it was assumed by', () => {
  expect(originText(english, { kind: 'default', rule: 'home_currency' })).toBe('The company’s own currency')
  expect(originText(spanish, { kind: 'default', rule: 'a_rule_of_tomorrow' })).toBe(
    'Supuesto, porque el documento no lo dice',
  )
})
