import { SaxesParser } from 'saxes'
import type { SaxesAttributeNS } from 'saxes'
import { AppError } from '../../../../shared/result'
import { decodeXml } from './decode'
import type { XmlAttribute, XmlElement } from './element'

/** Bounds far above any real invoice (the deepest of 2,812 had 14 levels) and far below what hurts. */
export const xmlLimits = {
  bytes: 50 * 1024 * 1024,
  depth: 200,
  elements: 500_000,
  attributesPerElement: 500,
} as const

interface OpenElement extends XmlElement {
  attributes: XmlAttribute[]
  children: OpenElement[]
  text: string
  ordinal: number
}

/**
 * Parses an XML document into a tree, its prefixes resolved to namespaces.
 *
 * Documents come from strangers: a DOCTYPE is refused (entities, external files and defaults live there), nothing is
 * ever fetched, duplicate attributes and undeclared prefixes are errors, and size, depth and counts are bounded.
 *
 * @throws AppError `empty_file`; `xml_not_well_formed` with `line` and `column`; `xml_forbidden_construct`;
 * `resource_limit` with the `limit` that was hit and its `max`
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  if (bytes.length === 0) throw new AppError('empty_file')
  if (bytes.length > xmlLimits.bytes) throw overLimit('bytes')
  const { text: written } = decodeXml(bytes)
  if (written.trim() === '') throw new AppError('empty_file')
  // A blank line before the declaration is against the standard, and harmless: mail programs and templates put it there.
  const text = written.replace(/^\s+(?=<\?xml\s)/, '')
  const linesBefore = written.slice(0, written.length - text.length).split('\n').length - 1

  const parser = new SaxesParser({ xmlns: true })
  const open: OpenElement[] = []
  let root: OpenElement | undefined
  let elements = 0

  parser.on('error', error => {
    throw new AppError('xml_not_well_formed', { line: linesBefore + parser.line, column: parser.column + 1 }, 'user', {
      cause: error,
    })
  })
  parser.on('doctype', doctype => {
    // Its first word is the root it speaks of: what the person may tell the vendor, never looked into.
    const [, name = 'XML'] = /^\s*([\w:.-]{1,60})(?:\s|$|\[)/.exec(doctype) ?? []
    throw new AppError('xml_forbidden_construct', { line: linesBefore + parser.line, construct: 'DOCTYPE', name })
  })
  parser.on('opentag', tag => {
    const parent = open.at(-1)
    if (open.length >= xmlLimits.depth) throw overLimit('depth')
    if (++elements > xmlLimits.elements) throw overLimit('elements')
    const element: OpenElement = {
      name: tag.name,
      local: tag.local,
      uri: tag.uri,
      parent: parent ?? null,
      attributes: attributesOf(tag.attributes),
      children: [],
      text: '',
      ordinal: 0,
    }
    if (parent === undefined) root = element
    else parent.children.push(element)
    open.push(element)
  })
  const addText = (text: string) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = open.pop()
    if (closed !== undefined) numberSiblings(closed.children)
  })

  parser.write(text).close()
  if (root === undefined) throw new AppError('xml_not_well_formed', { line: 1, column: 1 })
  return root
}

/** Namespace declarations are no data; saxes has used them already. */
function attributesOf(attributes: Record<string, SaxesAttributeNS>): XmlAttribute[] {
  const all = Object.values(attributes)
  if (all.length > xmlLimits.attributesPerElement) throw overLimit('attributesPerElement')
  return all
    .filter(({ name, prefix }) => name !== 'xmlns' && prefix !== 'xmlns')
    .map(({ name, local, uri, value }) => ({ name, local, uri, value }))
}

function numberSiblings(siblings: readonly OpenElement[]): void {
  if (siblings.length < 2) return
  const seen = new Map<string, OpenElement[]>()
  for (const sibling of siblings) {
    const same = seen.get(sibling.name)
    if (same === undefined) seen.set(sibling.name, [sibling])
    else same.push(sibling)
  }
  for (const same of seen.values()) {
    if (same.length > 1) same.forEach((sibling, index) => (sibling.ordinal = index + 1))
  }
}

function overLimit(limit: keyof typeof xmlLimits): AppError {
  return new AppError('resource_limit', { limit, max: xmlLimits[limit] })
}
