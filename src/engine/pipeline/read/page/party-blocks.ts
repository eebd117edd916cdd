import type { Box } from '../../../../shared/document'
import type { Label } from './find-labels'
import { fold } from './fold'
import type { TextLine } from './text-lines'

export type Party = 'seller' | 'buyer' | 'other'

/** Which party a place on the page is about. */
export interface PartyBlocks {
  partyAt(line: TextLine, box: Box): Party | null
}

/** A block reaches at most so many line heights below its label. */
const reach = 18
const kinds = { seller: 'seller', buyer: 'buyer', other_party: 'other' } as const

interface Block {
  readonly party: Party
  readonly page: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Blocks under "From", "Bill to", "Ship to" …: each reaches to the right as far as the next such label beside it, and down to
 * the next one below. The innermost block decides.
 */
export function partyBlocks(
  labels: readonly Label[],
  tableRows: ReadonlySet<number>,
  lines: readonly TextLine[] = [],
): PartyBlocks {
  const heads = labels.filter(
    label =>
      label.kind in kinds &&
      label.strength === 'strong' &&
      !tableRows.has(label.line.index) &&
      !(persons.test(fold(label.text)) && isAnswered(label)),
  )
  const blocks = heads.map(head => blockOf(head, heads, lines))
  return {
    partyAt(line, box) {
      const around = blocks.filter(block => contains(block, line, box))
      return around.toSorted((one, other) => other.top - one.top || other.left - one.left)[0]?.party ?? null
    },
  }
}

/** Labels of a person within a party: "Contact: Jane Doe" in the seller's block opens no block of its own. */
const persons =
  /^(?:votre contact|ihr ansprechpartner|your contact|contact|contact client|contact commercial|contatto|contatti|referente|kontakt|kontaktperson|ansprechpartner|bearbeiter|sachbearbeiter|contactpersoon|prepared by|sales ?person|sales rep|comercial|agente|atendido por)$/

/** True when a label's value stands beside it. */
function isAnswered({ line, last }: Label): boolean {
  return line.words[last + 1] !== undefined && /[:：]$/.test(line.words[last]?.text ?? '')
}

function blockOf(head: Label, heads: readonly Label[], lines: readonly TextLine[]): Block {
  const { line, box } = head
  const others = heads.filter(other => other !== head && other.line.page === line.page)
  const beside = others.filter(
    other => Math.abs(other.box.y - box.y) < line.height * 2 && other.box.x > box.x + box.width,
  )
  const left = box.x - line.height * 2
  const next = Math.min(
    line.pageWidth,
    ...beside.map(other => other.box.x - line.height),
    ...columnStarts(head, lines).map(x => x - line.height * 0.5),
  )
  const right = next
  const below = others.filter(
    other => other.box.y > box.y + line.height * 0.7 && other.box.x < right && other.box.x > left - line.height,
  )
  const bottom = Math.min(box.y + line.height * reach, ...below.map(other => other.box.y - 1))
  const kind = head.kind as keyof typeof kinds
  return { party: kinds[kind], page: line.page, left, right, top: box.y - line.height * 0.5, bottom }
}

/** Where another column of text begins beside a block: cells under each other, none of them a label's value. */
function columnStarts({ line, box }: Label, lines: readonly TextLine[]): number[] {
  const near = lines.filter(
    other => other.page === line.page && other.box.y > box.y - line.height && other.box.y < box.y + line.height * 8,
  )
  const far = box.x + Math.max(box.width, line.height * 12)
  const starts: number[] = []
  for (const other of near)
    for (const [at, word] of other.words.entries()) {
      const before = other.words[at - 1]
      const opens = before === undefined || before.cell !== word.cell
      if (opens && word.box.x > far && !(before && /[:：]$/.test(before.text))) starts.push(word.box.x)
    }
  return starts.filter(x => starts.filter(other => Math.abs(other - x) < line.height * 0.3).length >= 3)
}

function contains({ page, left, right, top, bottom }: Block, line: TextLine, box: Box): boolean {
  const middle = box.y + box.height / 2
  return line.page === page && box.x >= left && box.x < right && middle >= top && middle < bottom
}
