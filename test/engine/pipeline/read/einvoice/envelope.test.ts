import { expect, test } from 'vitest'
import {
  filesInside,
  invoiceTree,
  readXmlDocument,
} from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { failureOf, utf8 } from './fixtures'
import { specifiedBytes } from './specified-documents'

const text = (name: string) => new TextDecoder().decode(specifiedBytes(name))
const network = text('peppol-sbdh.xml')
const attached = text('colombia-attached-document.xml')

test('values of an invoice in the envelope of a network have paths that begin at the invoice within the file', () => {
  const { facts } = readXmlDocument(utf8(network))
  const path = '/StandardBusinessDocument/Invoice/cbc:ID'
  expect(facts.chosen.invoice_number?.origin).toEqual({ kind: 'xml', path })
  const tree = invoiceTree(utf8(network), null)
  expect(tree.path).toBe('/StandardBusinessDocument')
  expect(tree.children.map(child => child.path)).toContain('/StandardBusinessDocument/Invoice')
})

test('an invoice that another document carries as text is shown as the document it is', () => {
  const { facts } = readXmlDocument(utf8(attached))
  expect(facts.chosen.invoice_number?.origin).toEqual({ kind: 'xml', path: '/Invoice/cbc:ID' })
  expect(invoiceTree(utf8(attached), null)).toMatchObject({ path: '/Invoice' })
  expect(filesInside(utf8(attached), null)).toEqual([])
})

test('of an envelope with two documents none is taken for the invoice', () => {
  const invoice = /<Invoice[\s\S]*<\/Invoice>/.exec(network)?.[0] ?? ''
  const two = network.replace(invoice, invoice + invoice)
  expect(failureOf(() => readXmlDocument(utf8(two)))).toMatchObject({
    code: 'unsupported_xml_schema',
    params: { root: 'StandardBusinessDocument' },
  })
})

test('an attached document that carries no XML is refused by its own name', () => {
  const empty = attached.replace(/<!\[CDATA\[[\s\S]*\]\]>/, 'factura.pdf')
  expect(failureOf(() => readXmlDocument(utf8(empty)))).toMatchObject({
    code: 'unsupported_xml_schema',
    params: { root: 'AttachedDocument' },
  })
})

test('what an attached document carries is held to the same rules as any other file', () => {
  const hostile = attached.replace(/<!\[CDATA\[[\s\S]*\]\]>/, '<![CDATA[<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>]]>')
  expect(failureOf(() => readXmlDocument(utf8(hostile))).code).toBe('xml_forbidden_construct')
})
