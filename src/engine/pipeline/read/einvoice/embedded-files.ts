import { sniff, type Sniffed } from '../../sniff'
import { attributeOf, descend, textOf, type XmlElement } from '../xml/element'
import { limits } from '../limits'
import { ciiAggregates } from './cii-names'
import { cbc } from './ubl-names'

/** A file that lies inside an e-invoice: a drawing of the invoice, a delivery note, a time sheet. */
export interface EmbeddedFile extends Sniffed {
  /** As the e-invoice calls it, for show only; empty where it has no name. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** Name and base64 text of what an element embeds; undefined for elements that embed nothing. */
type Embedding = { readonly name: string; readonly base64: string } | undefined

/**
 * Files embedded in an e-invoice: UBL and CII binary objects (EN 16931 BG-24), `Allegati` of FatturaPA, `Attachment` of
 * Facturae. What a file is, its bytes say and not its claim. Text that is no base64, and what is beyond the limits for
 * attachments, is left out.
 */
export function embeddedFiles(root: XmlElement): EmbeddedFile[] {
  const found: EmbeddedFile[] = []
  const visit = (element: XmlElement): void => {
    const embedding = embeddingOf(element)
    const bytes = embedding && decoded(embedding.base64)
    if (embedding && bytes && found.length < limits.attachments) {
      found.push({ name: embedding.name, bytes, ...sniff(bytes, bytes.length) })
    }
    element.children.forEach(visit)
  }
  visit(root)
  return found
}

function embeddingOf(element: XmlElement): Embedding {
  const { uri, local } = element
  const isBinaryObject =
    (uri === cbc && local === 'EmbeddedDocumentBinaryObject') ||
    (ciiAggregates.has(uri) && local === 'AttachmentBinaryObject')
  if (isBinaryObject) return { name: attributeOf(element, 'filename')?.value ?? '', base64: element.text }
  if (uri === '' && local === 'Allegati') return named(element, 'NomeAttachment', 'Attachment')
  if (uri === '' && local === 'Attachment') return named(element, 'AttachmentDescription', 'AttachmentData')
  return undefined
}

function named(element: XmlElement, nameElement: string, dataElement: string): Embedding {
  const base64 = textOf(descend(element, '', dataElement))?.value
  return base64 === undefined ? undefined : { name: textOf(descend(element, '', nameElement))?.value ?? '', base64 }
}

function decoded(base64: string): Uint8Array | undefined {
  const text = base64.replaceAll(/\s+/g, '')
  if (text === '' || text.length > (limits.attachmentBytes * 4) / 3) return undefined
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined
  return new Uint8Array(Buffer.from(text, 'base64'))
}
