import type { XmlNode } from '../../../../shared/xml-node'
import type { XmlElement } from './element'
import { parseXml } from './parse'

/** Longer texts (attachments in base64, signatures) are cut for the screen; the original stays whole. */
const shownLength = 2000

/**
 * An XML document as nodes for the screen. Paths are the ones XML origins name, so that a field can light its node.
 * @throws AppError as {@link parseXml} does
 */
export function xmlTree(bytes: Uint8Array): XmlNode {
  return treeOf(parseXml(bytes))
}

/** @param hidden elements that are left out with all they hold */
export function treeOf(root: XmlElement, hidden: ReadonlySet<XmlElement> = new Set()): XmlNode {
  return nodeOf(root, '', hidden)
}

function nodeOf(element: XmlElement, parentPath: string, hidden: ReadonlySet<XmlElement>): XmlNode {
  const step = element.ordinal === 0 ? element.name : `${element.name}[${element.ordinal}]`
  const path = `${parentPath}/${step}`
  return {
    path,
    name: element.name,
    text: shown(element.text.trim()),
    attributes: element.attributes.map(({ name, value }) => ({
      path: `${path}/@${name}`,
      name,
      value: shown(value),
    })),
    children: element.children.filter(child => !hidden.has(child)).map(child => nodeOf(child, path, hidden)),
  }
}

function shown(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text
}
