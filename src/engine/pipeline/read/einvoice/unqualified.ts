import type { XmlElement } from '../xml/element'

/**
 * A document as the schemas of Italy and Spain want it: elements below the root carry no namespace. Programs that declare
 * the root's namespace as the default put all of them into it; they mean the same. Names, and so paths, stay as written.
 */
export function unqualified(root: XmlElement): XmlElement {
  const isQualified = root.uri !== '' && root.children.some(({ uri }) => uri === root.uri)
  return isQualified ? copyOf(root, root.parent, root.uri) : root
}

function copyOf(element: XmlElement, parent: XmlElement | null, namespace: string): XmlElement {
  const children: XmlElement[] = []
  const uri = element.uri === namespace ? '' : element.uri
  const copy: XmlElement = { ...element, uri, parent, children }
  for (const child of element.children) children.push(copyOf(child, copy, namespace))
  return copy
}
