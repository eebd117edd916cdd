import type { XmlElement } from '../xml/element'
import { descend, textOf } from '../xml/element'
import { parseXml } from '../xml/parse'
import { cac, cbc } from './ubl-names'

/** Header of the network around one document (Peppol and others). */
const businessDocument = 'http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader'

/** Container that the tax authority of Colombia asks for: invoice and its validation, each as text within. */
const attachedDocument = 'urn:oasis:names:specification:ubl:schema:xsd:AttachedDocument-2'

/**
 * The root of the document that counts: the one inside an envelope, where the file is one, else the file's own root. A
 * document that an envelope carries as text becomes a tree of its own, and its paths begin there.
 *
 * @throws AppError as {@link parseXml} does
 */
export function documentRoot(bytes: Uint8Array): XmlElement {
  const root = parseXml(bytes)
  if (root.uri === businessDocument && root.local === 'StandardBusinessDocument') {
    const carried = root.children.filter(({ uri }) => uri !== businessDocument)
    const [only] = carried
    return only !== undefined && carried.length === 1 ? only : root
  }
  if (root.uri === attachedDocument && root.local === 'AttachedDocument') {
    const reference = descend(root, cac, 'Attachment', 'ExternalReference')
    const text = textOf(descend(reference, cbc, 'Description'))
    return text?.value.startsWith('<') === true ? parseXml(carriedBytes(text.value)) : root
  }
  return root
}

/** The outermost element around a document: paths begin there. */
export function topOf(root: XmlElement): XmlElement {
  return root.parent === null ? root : topOf(root.parent)
}

/** The text is decoded already, so an encoding that it declares for itself says nothing any more. */
function carriedBytes(text: string): Uint8Array {
  return new TextEncoder().encode(text.replace(/^<\?xml[^>]*\?>/, ''))
}
