import { AppError } from '../../../../shared/result'
import type { InvoiceFacts } from '../../facts'
import type { XmlElement } from '../xml/element'
import { parseXml } from '../xml/parse'
import { cfdi } from './cfdi'
import { cii } from './cii'
import { facturae } from './facturae'
import { fatturapa } from './fatturapa'
import type { EInvoiceFormat, XmlReading } from './format'
import { retentionCertificate } from './retention-certificate'
import { ubl } from './ubl'

export type { XmlReading } from './format'

/** Every family of e-invoices we read. */
const formats: readonly EInvoiceFormat[] = [cfdi, ubl, cii, fatturapa, facturae, retentionCertificate]

/**
 * Reads an e-invoice: which format it is and what it says, every value with its path.
 * A file with several invoices gives the first; {@link readXmlInvoices} gives them all.
 *
 * @throws AppError `xml_not_well_formed`, `xml_forbidden_construct`, `resource_limit` or `empty_file` as
 * {@link parseXml} does; `unsupported_xml_schema` with the root's name and namespace when it is XML, but none of ours
 */
export function readXmlDocument(bytes: Uint8Array): XmlReading {
  const { format, reader, invoices } = readXmlInvoices(bytes)
  return { format, reader, facts: invoices[0], invoiceCount: invoices.length }
}

/** All invoices of an e-invoice file, in its order. Errors as {@link readXmlDocument}. */
export function readXmlInvoices(bytes: Uint8Array): {
  format: string
  reader: string
  invoices: readonly [InvoiceFacts, ...InvoiceFacts[]]
} {
  const root = parseXml(bytes)
  const { family, format } = recognise(root)
  return { format, reader: family.reader, invoices: family.read(root, format) }
}

function recognise(root: XmlElement): { family: EInvoiceFormat; format: string } {
  for (const family of formats) {
    const format = family.recognise(root)
    if (format !== undefined) return { family, format }
  }
  throw new AppError('unsupported_xml_schema', { root: shortened(root.local), namespace: shortened(root.uri) })
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
