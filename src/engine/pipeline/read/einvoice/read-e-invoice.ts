import type { DocumentReading } from '../../facts'
import { readXmlDocument } from './read-xml-document'

/**
 * Reads a document that is XML.
 *
 * @param bytes the XML itself, taken out of its signature where there is one
 * @param part which invoice of a file with several, from 1; left out, the first is read and the others are remarked on
 * @throws AppError as {@link readXmlDocument} does
 */
export function readEInvoice(
  bytes: Uint8Array,
  kind: 'xml' | 'p7m',
  mediaType: string,
  part?: number,
): DocumentReading {
  const { format, reader, facts, invoiceCount } = readXmlDocument(bytes, part)
  const remarks: DocumentReading['remarks'] =
    invoiceCount > 1 && part === undefined ? [{ code: 'more_invoices', params: { count: invoiceCount } }] : []
  return { kind, mediaType, format, reader, pages: [], previews: [], facts, remarks, xml: bytes }
}
