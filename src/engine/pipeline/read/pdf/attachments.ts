import { AppError } from '../../../../shared/result'
import { readXmlDocument, type XmlReading } from '../einvoice/read-xml-document'
import { limits } from '../limits'
import type { OpenPdf } from './open-pdf'

/** Names the Factur-X, ZUGFeRD, XRechnung and Order-X papers give their XML; read before other XML files. */
const knownNames = /^(factur-x|zugferd-invoice|xrechnung|order-x)\.xml$/i

export interface EmbeddedInvoice {
  readonly bytes: Uint8Array
  readonly reading: XmlReading
}

/**
 * E-invoices embedded in a PDF, those with a standard name first. Other files, XML that is no e-invoice, and what is too
 * damaged to be taken out, are passed over: the page still counts.
 * @throws AppError `resource_limit`
 */
export async function embeddedInvoices(pdf: OpenPdf): Promise<EmbeddedInvoice[]> {
  const found: EmbeddedInvoice[] = []
  for (const name of await xmlNames(pdf)) {
    const bytes = await content(pdf, name)
    if (!bytes || bytes.length > limits.attachmentBytes) continue
    try {
      found.push({ bytes, reading: readXmlDocument(bytes) })
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
    }
  }
  return found
}

async function xmlNames(pdf: OpenPdf): Promise<string[]> {
  const all = (await unlessDamaged(pdf, pdf.document.getAttachments())) as ReadonlyMap<
    string,
    { filename?: string }
  > | null
  const names = [...(all ?? new Map<string, { filename?: string }>())].slice(0, limits.attachments)
  return names
    .filter(([name, file]) => /\.xml$/i.test(name) || /\.xml$/i.test(file.filename ?? ''))
    .map(([name, file]) => ({ name, known: knownNames.test(file.filename ?? name) }))
    .toSorted((left, right) => Number(right.known) - Number(left.known))
    .map(({ name }) => name)
}

async function content(pdf: OpenPdf, name: string): Promise<Uint8Array | null> {
  const bytes: unknown = await unlessDamaged(pdf, pdf.document.getAttachmentContent(name))
  return bytes instanceof Uint8Array ? bytes : null
}

/** @returns null where pdf.js cannot make sense of it */
async function unlessDamaged<T>({ thread }: OpenPdf, asked: Promise<T>): Promise<T | null> {
  try {
    return await thread.answer(asked, limits.textMs, 'attachments')
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    return null
  }
}
