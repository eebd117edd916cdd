import { expect, test } from 'vitest'
import { filesInside } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { fixture, utf8 } from './fixtures'

const pdf = Buffer.from('%PDF-1.7 a delivery note').toString('base64')
const csv = Buffer.from('hours;rate\n8;40\n').toString('base64')

function insideOf(xml: string, part: number | null = null) {
  return filesInside(utf8(xml), part).map(({ name, kind, bytes }) => [name, kind, Buffer.from(bytes).toString()])
}

test('a UBL invoice hands over the files it carries, each for what its bytes say it is', () => {
  const carried = (name: string, base64: string) => `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID>
    <cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/plain" filename="${name}">
      ${base64}
    </cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`
  const xml = fixture('ubl-invoice.xml').replace(
    '<cac:AllowanceCharge>',
    `${carried('note.pdf', pdf)}${carried('hours.csv', csv)}<cac:AllowanceCharge>`,
  )
  expect(insideOf(xml)).toEqual([
    ['note.pdf', 'pdf', '%PDF-1.7 a delivery note'],
    ['hours.csv', 'unknown', 'hours;rate\n8;40\n'],
  ])
})

test('what claims to be a file and is no base64 is left out, and the others still come', () => {
  const carried = (base64: string) => `<cac:AdditionalDocumentReference><cbc:ID>1</cbc:ID><cac:Attachment>
    <cbc:EmbeddedDocumentBinaryObject filename="x.pdf">${base64}</cbc:EmbeddedDocumentBinaryObject>
    </cac:Attachment></cac:AdditionalDocumentReference>`
  const xml = fixture('ubl-invoice.xml').replace(
    '<cac:AllowanceCharge>',
    `${carried('<![CDATA[<script>]]>')}${carried('')}${carried(pdf)}<cac:AllowanceCharge>`,
  )
  expect(insideOf(xml)).toHaveLength(1)
})

test('one invoice of a FatturaPA file has only its own attachments', () => {
  const carried = (name: string) =>
    `<Allegati><NomeAttachment>${name}</NomeAttachment><FormatoAttachment>PDF</FormatoAttachment><Attachment>${pdf}</Attachment></Allegati>`
  const whole = fixture('fatturapa.xml')
  const [body = ''] = /<FatturaElettronicaBody>[\s\S]*?<\/FatturaElettronicaBody>/.exec(whole) ?? []
  const withFile = (name: string) =>
    body.replace('</FatturaElettronicaBody>', `${carried(name)}</FatturaElettronicaBody>`)
  const both = whole.replace(body, withFile('uno.pdf') + withFile('due.pdf'))
  expect(insideOf(both, 2).map(([name]) => name)).toEqual(['due.pdf'])
  expect(insideOf(both).map(([name]) => name)).toEqual(['uno.pdf', 'due.pdf'])
})

test('a Facturae and a CII invoice hand over theirs too; an invoice without any hands over none', () => {
  const facturae = fixture('facturae.xml').replace(
    '</Invoice>',
    `<AdditionalData><RelatedDocuments><Attachment><AttachmentCompressionAlgorithm>NONE</AttachmentCompressionAlgorithm><AttachmentFormat>pdf</AttachmentFormat><AttachmentEncoding>BASE64</AttachmentEncoding><AttachmentDescription>Albarán 12</AttachmentDescription><AttachmentData>${pdf}</AttachmentData></Attachment></RelatedDocuments></AdditionalData></Invoice>`,
  )
  expect(insideOf(facturae)).toEqual([['Albarán 12', 'pdf', '%PDF-1.7 a delivery note']])
  const cii = fixture('cii-d16b.xml').replace(
    '</ram:ApplicableHeaderTradeAgreement>',
    `<ram:AdditionalReferencedDocument><ram:AttachmentBinaryObject mimeCode="application/pdf" filename="plan.pdf">${pdf}</ram:AttachmentBinaryObject></ram:AdditionalReferencedDocument></ram:ApplicableHeaderTradeAgreement>`,
  )
  expect(insideOf(cii)).toEqual([['plan.pdf', 'pdf', '%PDF-1.7 a delivery note']])
  expect(insideOf(fixture('cfdi-3.2.xml'))).toEqual([])
})
