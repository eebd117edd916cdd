import type { XmlNode } from '../../../../shared/xml-node'

/** One line of the drawn XML: an element, or one of its attributes. */
export interface XmlRow {
  readonly path: string
  readonly name: string
  readonly value: string
  readonly depth: number
  readonly kind: 'element' | 'attribute'
}

/** Rows drawn at most; the rest of a huge document is named by its count. */
export const rowLimit = 4000

/** Flattens the tree into rows, parents before children, attributes right after their element. */
export function xmlRows(root: XmlNode): XmlRow[] {
  const rows: XmlRow[] = []
  const pending: { node: XmlNode; depth: number }[] = [{ node: root, depth: 0 }]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, depth } = next
    rows.push({ path: node.path, name: node.name, value: node.text.trim(), depth, kind: 'element' })
    for (const { path, name, value } of node.attributes) {
      rows.push({ path, name, value, depth: depth + 1, kind: 'attribute' })
    }
    for (const child of node.children.toReversed()) pending.push({ node: child, depth: depth + 1 })
  }
  return rows
}

/** Path of the row that stands for an origin: the row itself or, where the path goes deeper than what is drawn, its nearest ancestor. */
export function nearestPath(paths: ReadonlySet<string>, wanted: string): string | null {
  for (let path = wanted; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    if (paths.has(path)) return path
  }
  return null
}
