import { expect, test } from 'vitest'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { inWords, specifiedBytes, specifiedDocuments, specifiedFiles } from './specified-documents'

test.each(specifiedDocuments)('$name says all that its standard makes it say', ({ name, invoices }) => {
  const bytes = specifiedBytes(name)
  expect(readXmlDocument(bytes).invoiceCount).toBe(invoices.length)
  invoices.forEach((expected, index) => {
    const { format, facts } = readXmlDocument(bytes, index + 1)
    expect(inWords(format, facts)).toEqual(expected)
  })
})

test('every one of these files says what is expected of it', () => {
  expect(specifiedDocuments.map(({ name }) => name).toSorted()).toEqual(specifiedFiles.toSorted())
})
