import type { Box } from '../../../../shared/document'
import { labelsByFirstWord, type LabelKind, type LabelStrength } from './labels'
import { union, type LineWord, type TextLine } from './text-lines'

/** A label found on the page; the words `[first, last]` of its line. */
export interface Label {
  readonly kind: LabelKind
  readonly strength: LabelStrength
  readonly line: TextLine
  readonly first: number
  readonly last: number
  readonly text: string
  readonly box: Box
  /** True when a colon follows, or nothing else stands in its cell. */
  readonly isMarked: boolean
  /** True when the cell begins with it. */
  readonly startsCell: boolean
}

/** Labels of all lines; one stretch of words may mean several kinds ("VAT" is an amount or a number). */
export function findLabels(lines: readonly TextLine[]): Label[] {
  return lines.flatMap(labelsOf)
}

function labelsOf(line: TextLine): Label[] {
  const found: Label[] = []
  let at = 0
  while (at < line.words.length) {
    const matches = matchesAt(line.words, at)
    const longest = matches[0]?.words.length ?? 0
    for (const { kind, strength, words } of matches.filter(match => match.words.length === longest))
      found.push(toLabel(line, at, at + words.length - 1, kind, strength))
    at += Math.max(1, longest)
  }
  return found
}

function matchesAt(words: readonly LineWord[], at: number) {
  const first = words[at]
  if (!first) return []
  const phrases = labelsByFirstWord.get(first.folded) ?? []
  return phrases.filter(phrase => phrase.words.every((word, offset) => isWord(words[at + offset], word, first.cell)))
}

function isWord(word: LineWord | undefined, wanted: string, cell: number): boolean {
  return word !== undefined && word.cell === cell && word.folded === wanted
}

function toLabel(line: TextLine, first: number, last: number, kind: LabelKind, strength: LabelStrength): Label {
  const words = line.words.slice(first, last + 1)
  const [before, after] = [line.words[first - 1], line.words[last + 1]]
  const end = words.at(-1)!
  const startsCell = !before || before.cell !== end.cell
  const endsCell = !after || after.cell !== end.cell
  const isMarked = /[:：]$/.test(end.text) || (startsCell && endsCell)
  const text = words.map(word => word.text).join(' ')
  return { kind, strength, line, first, last, text, box: union(words.map(word => word.box)), isMarked, startsCell }
}
