import type { Box } from '../../../../shared/document'
import { fold } from './fold'
import { labelsByFirstWord } from './labels'
import { findDates } from './parse-date'
import type { RowCells } from './table-cells'

export interface Description {
  readonly text: string
  readonly boxes: readonly Box[]
}

/** Rows of one item stand closer than so many line heights. */
const nearGap = 1.2
/** A gap is larger than another when it is by this factor. */
const largerBy = 1.3

/**
 * What each item is called: the text of its own row, and of the rows of mere text that belong to it. Such a row belongs to the
 * item it stands closer to, the one above when it is even.
 */
export function describe(rows: readonly RowCells[], anchors: readonly RowCells[]): Map<RowCells, Description> {
  const isAnchor = new Set(anchors)
  const described = new Map<RowCells, Description>()
  let pending: RowCells[] = []
  let above: RowCells | null = null
  const parts = new Map<RowCells, RowCells[]>(anchors.map(anchor => [anchor, [anchor]]))
  for (const row of rows) {
    if (row.isSum === true) {
      // What stands between the sum of a group and the next item is the heading of the next group.
      if (above !== null) parts.get(above)?.push(...contiguous(above, pending))
      above = null
      pending = []
      continue
    }
    if (!isAnchor.has(row)) {
      if (row.texts.description) pending.push(row)
      continue
    }
    const cut = above === null ? cutBefore(pending, row) : cutBetween(above, pending, row)
    if (above !== null) parts.get(above)?.push(...contiguous(above, pending.slice(0, cut)))
    parts.get(row)?.unshift(...pending.slice(cut))
    above = row
    pending = []
  }
  if (above !== null) parts.get(above)?.push(...contiguous(above, pending))
  const refrains = refrainsOf(parts)
  for (const [anchor, own] of parts) {
    const named = own.filter(row => row === anchor || !refrains.has(row.texts.description ?? ''))
    const kept = withoutRemarks(named, anchor)
    const text = kept.map(row => row.texts.description ?? '').filter(Boolean)
    described.set(anchor, { text: text.reduce(joined, ''), boxes: kept.map(row => row.line.box) })
  }
  return described
}

/** A text that stands under so many items, and so large a share of them, names none of them. */
const [leastRefrain, shareOfRefrain] = [3, 0.5]

/** Texts that come back under item after item: "Base fee per unit", a legal notice. */
function refrainsOf(parts: ReadonlyMap<RowCells, readonly RowCells[]>): Set<string> {
  const times = new Map<string, number>()
  for (const [anchor, own] of parts) {
    const texts = own.filter(row => row !== anchor && anchor.texts.description).map(row => row.texts.description ?? '')
    for (const text of new Set(texts)) times.set(text, (times.get(text) ?? 0) + 1)
  }
  return new Set(
    [...times]
      .filter(([, count]) => count >= Math.max(leastRefrain, shareOfRefrain * parts.size))
      .map(([text]) => text),
  )
}

/** "Proto-" and "typ" are one word. */
function joined(text: string, next: string): string {
  if (text === '') return next
  return /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(next) ? text.slice(0, -1) + next : `${text} ${next}`
}

function gap(upper: RowCells, lower: RowCells): number {
  const distance = lower.line.box.y + lower.line.box.height / 2 - upper.line.box.y - upper.line.box.height / 2
  return upper.line.page === lower.line.page ? distance : Infinity
}

/** How many of the text rows between two items belong to the upper one: up to the widest gap. */
function cutBetween(upper: RowCells, between: readonly RowCells[], lower: RowCells): number {
  if (between.length === 0) return 0
  const chain = [upper, ...between, lower]
  const gaps = chain.slice(1).map((row, at) => gap(chain[at] ?? upper, row))
  const widest = Math.max(...gaps)
  const isEven = widest < largerBy * Math.min(...gaps)
  if (!isEven) return gaps.indexOf(widest)
  // Evenly spaced rows continue the item above, unless the item below has no other name.
  return lower.texts.description || !upper.texts.description ? between.length : between.length - 1
}

function cutBefore(before: readonly RowCells[], first: RowCells): number {
  if (first.texts.description && /\p{L}{2}/u.test(first.texts.description)) {
    // Text over a first row that has its own name is a remark or a group's heading, unless it is set tight.
    const last = before.at(-1)
    return last && gap(last, first) < first.line.height * 0.9 ? before.length - 1 : before.length
  }
  return Math.max(0, before.length - 1)
}

/** Rows that follow each other without a wide gap. */
function contiguous(anchor: RowCells, rows: readonly RowCells[]): RowCells[] {
  const kept: RowCells[] = []
  let last = anchor
  for (const row of rows) {
    const free = row.line.box.y - last.line.box.y - last.line.box.height
    if (free > nearGap * Math.max(row.line.height, 1)) break
    kept.push(row)
    last = row
  }
  return kept
}

/** "Serial number: …", "Delivery date: …" and what follows them are remarks on the item, not its name. */
function withoutRemarks(rows: readonly RowCells[], anchor: RowCells): RowCells[] {
  const kept: RowCells[] = []
  const hasName = /\p{L}{2}/u.test(anchor.texts.description ?? '')
  for (const row of rows) {
    const text = row.texts.description ?? ''
    if (row !== anchor && (remark.test(text) || isMereLabels(text) || isMerePeriod(text) || isReference(text))) {
      if (hasName && rows.indexOf(row) > rows.indexOf(anchor)) break
      continue
    }
    kept.push(row)
  }
  return kept
}

const remark = /^[•·*\-–#(]?\s?[\p{L}\d][\p{L}\d .'/-]{1,28}\s?:(?:\s|$|\p{N})/u

/** "10/2/2025 – 9/3/2025" under an item says when, not what. */
function isMerePeriod(text: string): boolean {
  const dates = findDates(text)
  const rest = dates.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text)
  return dates.length > 0 && rest.replace(/[^\p{L}]/gu, '').length <= 5
}

/** "Delivery note 118204 of 12/02/26" between items says which delivery they are of. */
function isReference(text: string): boolean {
  const words = text.split(/\s+/).map(fold).filter(Boolean)
  return (labelsByFirstWord.get(words[0] ?? '') ?? []).some(
    ({ kind, strength, words: phrase }) =>
      kind === 'other_number' &&
      strength === 'strong' &&
      phrase.every((word, at) => words[at] === word) &&
      /^\p{Lu}?\p{Lu}?[-/]?\d/iu.test(words[phrase.length] ?? ''),
  )
}

/** "Traslados", "VAT": the head of an item's own taxes. */
function isMereLabels(text: string): boolean {
  const words = text.split(/\s+/).map(fold).filter(Boolean)
  const [first] = words
  if (first === undefined) return false
  return (labelsByFirstWord.get(first) ?? []).some(
    ({ kind, words: phrase }) =>
      (kind === 'tax_total' || kind === 'withheld_total') && phrase.join(' ') === words.join(' '),
  )
}
