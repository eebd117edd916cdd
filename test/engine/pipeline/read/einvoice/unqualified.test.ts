import { expect, test } from 'vitest'
import { invoiceTree, readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { utf8 } from './fixtures'
import { inWords, specifiedBytes } from './specified-documents'

const names = [
  'fatturapa-two-bodies.xml',
  'fatturapa-simplified.xml',
  'facturae-321-batch.xml',
  'facturae-322-surcharge-suplidos.xml',
]

/** The root's prefix becomes the default namespace, so that every element below is in it. */
function qualified(xml: string): string {
  return xml.replace(/<(\/?)(p|fe):/g, '<$1').replace(/xmlns:(p|fe)=/, 'xmlns=')
}

test.each(names)('%s with its namespace as the default says the same', name => {
  const bytes = specifiedBytes(name)
  const changed = utf8(qualified(new TextDecoder().decode(bytes)))
  const { invoiceCount } = readXmlDocument(bytes)
  expect(readXmlDocument(changed).invoiceCount).toBe(invoiceCount)
  for (let part = 1; part <= invoiceCount; part++) {
    const [expected, read] = [readXmlDocument(bytes, part), readXmlDocument(changed, part)]
    expect(inWords(read.format, read.facts)).toEqual(inWords(expected.format, expected.facts))
  }
})

test('of a qualified file with two invoices each part shows its own only', () => {
  const changed = utf8(qualified(new TextDecoder().decode(specifiedBytes('facturae-321-batch.xml'))))
  const shown = JSON.stringify(invoiceTree(changed, 2))
  expect(shown).toContain('Abono alojamiento')
  expect(shown).not.toContain('Cena')
})

test('a FatturaPA that declares no namespace at all is one by its parts', () => {
  const text = new TextDecoder().decode(specifiedBytes('fatturapa-fee-split.xml'))
  const bare = utf8(text.replace(/<(\/?)p:/g, '<$1').replace(/ xmlns:p="[^"]*"/, ''))
  const { format, facts } = readXmlDocument(bare)
  expect(format).toBe('fatturapa')
  expect(facts.chosen.invoice_number).toMatchObject({
    value: '12/PA',
    origin: { path: '/FatturaElettronica/FatturaElettronicaBody/DatiGenerali/DatiGeneraliDocumento/Numero' },
  })
})
