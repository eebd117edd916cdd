import type { Box } from '../../../../shared/document'
import type { Label } from './find-labels'
import type { PageText } from './page-text'
import type { TextLine } from './text-lines'

/** Where on the page the buyer is described. */
export interface PartyBlocks {
  isBuyers(line: TextLine, box: Box): boolean
}

const blockLines = 7

/** The buyer's block: the lines under (or beside) a "Bill to" label, down to the next gap or label of another party. */
export function partyBlocks(text: PageText): PartyBlocks {
  const buyers = text.labels.filter(
    label =>
      label.kind === 'buyer' &&
      label.startsCell &&
      label.strength === 'strong' &&
      !text.tableRows.has(label.line.index),
  )
  return {
    isBuyers: (line, box) => buyers.some(label => isUnder(label, line, box)),
  }
}

function isUnder(label: Label, line: TextLine, box: Box): boolean {
  if (line.page !== label.line.page) return false
  const below = (line.box.y - label.box.y) / Math.max(label.line.height, 1)
  if (below < -0.5 || below > blockLines * 1.6) return false
  const isSameColumn = box.x >= label.box.x - label.line.height * 2 && box.x < label.box.x + label.line.pageWidth * 0.4
  return isSameColumn
}
