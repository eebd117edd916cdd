import type { XmlNode } from '../../../../shared/xml-node'
import { AppError } from '../../../../shared/result'
import type { InvoiceFacts } from '../../facts'
import type { XmlElement } from '../xml/element'
import { treeOf } from '../xml/tree'
import { cfdi } from './cfdi'
import { cii } from './cii'
import { ebInterface } from './ebinterface'
import { embeddedFiles, type EmbeddedFile } from './embedded-files'
import { documentRoot, topOf } from './envelope'
import { facturae } from './facturae'
import { fatturapa } from './fatturapa'
import { finvoice } from './finvoice'
import type { EInvoiceFormat, XmlReading } from './format'
import { retentionCertificate } from './retention-certificate'
import { ubl } from './ubl'
import { unqualified } from './unqualified'

export type { XmlReading } from './format'

/** Every family of e-invoices we read. */
const formats: readonly EInvoiceFormat[] = [
  cfdi,
  ubl,
  cii,
  fatturapa,
  facturae,
  ebInterface,
  finvoice,
  retentionCertificate,
]

/** Beyond this a file is no delivery of invoices but an attempt to flood the books. */
const invoicesPerFile = 2_000

/**
 * Reads an e-invoice: which format it is and what it says, every value with its path.
 *
 * @param part which invoice of a file with several, from 1
 * @throws AppError `xml_not_well_formed`, `xml_forbidden_construct`, `resource_limit` or `empty_file` as
 * {@link documentRoot} does; `unsupported_xml_schema` with the root's name and namespace when it is XML, but none of ours;
 * `resource_limit` too when the file holds more than {@link invoicesPerFile} invoices
 */
export function readXmlDocument(bytes: Uint8Array, part = 1): XmlReading {
  const { format, reader, invoices } = readXmlInvoices(bytes)
  const facts = invoices[part - 1]
  if (facts === undefined) throw new AppError('corrupt_document', { part, count: invoices.length }, 'never')
  return { format, reader, facts, invoiceCount: invoices.length }
}

/**
 * An e-invoice file as nodes for the screen, without the other invoices it holds. Paths stay those of the whole file.
 *
 * @param part which invoice of a file with several, from 1; null for the whole file
 * @throws AppError as {@link documentRoot} does
 */
export function invoiceTree(bytes: Uint8Array, part: number | null): XmlNode {
  const root = documentRoot(bytes)
  const parts = part === null ? [] : (formats.find(({ recognise }) => recognise(root))?.parts?.(root) ?? [])
  return treeOf(topOf(root), new Set(parts.filter((_element, index) => index + 1 !== part)))
}

/**
 * Files inside an e-invoice.
 *
 * @param part which invoice of a file with several, from 1; null for the whole file
 * @throws AppError as {@link documentRoot} does
 */
export function filesInside(bytes: Uint8Array, part: number | null): EmbeddedFile[] {
  const root = documentRoot(bytes)
  const parts = part === null ? [] : (formats.find(({ recognise }) => recognise(root))?.parts?.(root) ?? [])
  return embeddedFiles(unqualified(parts[(part ?? 0) - 1] ?? root))
}

/** All invoices of an e-invoice file, in its order. Errors as {@link readXmlDocument}. */
export function readXmlInvoices(bytes: Uint8Array): {
  format: string
  reader: string
  invoices: readonly [InvoiceFacts, ...InvoiceFacts[]]
} {
  const root = documentRoot(bytes)
  const { family, format } = recognise(root)
  const count = family.parts?.(root).length ?? 1
  if (count > invoicesPerFile) throw new AppError('resource_limit', { limit: 'invoices', max: invoicesPerFile })
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
