import { isAnchor, nearestColumn, type RowCells } from './table-cells'
import type { TableColumn, TableHeader } from './table-header'
import { union } from './text-lines'

/** So large a share of the texts under a heading must be codes or ordinals. */
const leastShare = 0.7

/**
 * "Item", "Artikel", "Articolo" may head descriptions, codes or ordinals. Where another heading is that of the descriptions,
 * what stands under it tells.
 */
export function withCodes(header: TableHeader, body: readonly RowCells[]): TableHeader {
  const descriptions = header.columns.filter(({ kind }) => kind === 'description')
  if (descriptions.length < 2) return header
  const anchors = body.filter(row => isAnchor(row, header.columns))
  const kinds = new Map(descriptions.map(column => [column, kindOf(textsUnder(column, header.columns, anchors))]))
  // One of them has to stay the description.
  if ([...kinds.values()].every(kind => kind !== 'description')) return header
  return { ...header, columns: header.columns.map(column => ({ ...column, kind: kinds.get(column) ?? column.kind })) }
}

function textsUnder(column: TableColumn, columns: readonly TableColumn[], rows: readonly RowCells[]): string[] {
  return rows.flatMap(({ line }) =>
    [...Map.groupBy(line.words, word => word.cell).values()].flatMap(words =>
      nearestColumn(columns, union(words.map(word => word.box))) === column
        ? [words.map(word => word.text).join(' ')]
        : [],
    ),
  )
}

function kindOf(texts: readonly string[]): TableColumn['kind'] {
  const share = (pattern: RegExp) => texts.filter(text => pattern.test(text)).length / Math.max(1, texts.length)
  if (share(/^\d{1,3}[.)]?$/) >= leastShare) return 'position'
  return share(/^(?=\S*\d)\S{3,}$/) >= leastShare ? 'product_code' : 'description'
}
