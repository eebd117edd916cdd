/** An attribute as written; `uri` is empty for attributes without a prefix. */
export interface XmlAttribute {
  readonly name: string
  readonly local: string
  readonly uri: string
  readonly value: string
}

/** An element of a parsed document. `text` is its own character data, without that of its children. */
export interface XmlElement {
  /** As written, with its prefix. For display and paths only: matching goes by `uri` and `local`. */
  readonly name: string
  readonly local: string
  readonly uri: string
  readonly parent: XmlElement | null
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  readonly text: string
  /** Place among the siblings of the same name, from 1; 0 when it is the only one. */
  readonly ordinal: number
}

/** A value found in a document and the path that proves it. */
export interface Found {
  readonly value: string
  readonly path: string
}

/**
 * Path of an element as an XPath with the prefixes of the document, e.g. `/Invoice/cac:InvoiceLine[2]`.
 * An element without siblings of its name carries no number. {@link xmlTree} writes the same paths.
 */
export function pathOf(element: XmlElement): string {
  const steps: string[] = []
  for (let at: XmlElement | null = element; at !== null; at = at.parent) {
    steps.push(at.ordinal === 0 ? at.name : `${at.name}[${at.ordinal}]`)
  }
  return `/${steps.reverse().join('/')}`
}

/** Children of one name in one namespace. */
export function childrenOf(element: XmlElement | undefined, uri: string, local: string): XmlElement[] {
  if (element === undefined) return []
  return element.children.filter(child => child.local === local && child.uri === uri)
}

/** First element at the end of a chain of child names, all in one namespace. */
export function descend(element: XmlElement | undefined, uri: string, ...names: readonly string[]) {
  let at = element
  for (const name of names) at = at?.children.find(child => child.local === name && child.uri === uri)
  return at
}

/** An element's trimmed text, or undefined when the element is missing or empty. */
export function textOf(element: XmlElement | undefined): Found | undefined {
  const value = element?.text.trim()
  if (element === undefined || value === undefined || value === '') return undefined
  return { value, path: pathOf(element) }
}

/** Value of an attribute without a prefix, or undefined when missing or empty. */
export function attributeOf(element: XmlElement | undefined, local: string): Found | undefined {
  const found = element?.attributes.find(attribute => attribute.local === local && attribute.uri === '')
  const value = found?.value.trim()
  if (element === undefined || found === undefined || value === undefined || value === '') return undefined
  return { value, path: `${pathOf(element)}/@${found.name}` }
}
