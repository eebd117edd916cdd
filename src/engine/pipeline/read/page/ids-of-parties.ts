import { features } from './features'
import type { FieldCandidate } from './field-candidate'
import { fold } from './fold'
import { noticing } from './name-parts'
import type { PageText } from './page-text'

/** A tax number stands at most so many lines under the name it belongs to. */
const mostLinesUnder = 8
/** Lines of a footer are closer than so many line heights. */
const nearLines = 3
/** A block begins at the same place across the page, as a share of its width. */
const sameColumn = 0.06

/**
 * Notices whose name stands by a tax number: the likeliest buyer above it in one column, or the likeliest seller on its line or
 * close to it, in the footer too.
 */
export function withParties(
  ids: readonly FieldCandidate[],
  names: readonly FieldCandidate[],
  text: PageText,
): FieldCandidate[] {
  const [seller, buyer] = [likeliest(names, 'seller.name'), likeliest(names, 'buyer.name')]
  const sellerLines = seller === undefined ? [] : linesNaming(seller, text)
  return ids.map(id => {
    const near = sellerLines.some(
      line => line.page === id.line.page && Math.abs(line.box.y - id.line.box.y) < nearLines * Math.max(line.height, 1),
    )
    // Our own number is the buyer's wherever it stands.
    const isOwn = id.features['isOwn'] === 1
    const isOfBuyer = isOwn || (buyer !== undefined && (isUnder(id, buyer) || isRightOf(id, buyer)))
    const noticed = features({ underBuyer: isOfBuyer, besideSeller: near && !isOwn })
    return Object.keys(noticed).length === 0 ? id : noticing(id, noticed, text)
  })
}

function likeliest(names: readonly FieldCandidate[], field: FieldCandidate['field']): FieldCandidate | undefined {
  const own = names.filter(name => name.field === field && name.logOdds > 0)
  return own.toSorted((one, other) => other.logOdds - one.logOdds)[0]
}

function linesNaming({ value, line }: FieldCandidate, { lines }: PageText) {
  const wanted = fold(value)
  return lines.filter(other => other === line || (wanted.length >= 5 && fold(other.text).includes(wanted)))
}

function isUnder(id: FieldCandidate, name: FieldCandidate): boolean {
  if (id.line.page !== name.line.page) return false
  const lines = (id.line.box.y - name.line.box.y) / Math.max(name.line.height, 1)
  // The number may follow its label; the line's own cell begins with the label.
  const [first] = id.line.words.filter(({ cell }) => cell === cellOf(id))
  const x = first?.box.x ?? id.box.x
  // So may the name: "Payer: Northern Mills Ltd".
  const starts = [name.box.x, name.line.words.find(({ cell }) => cell === cellOf(name))?.box.x ?? name.box.x]
  const isInColumn = starts.some(start => Math.abs(x - start) < sameColumn * id.line.pageWidth)
  return lines > 0.5 && lines < mostLinesUnder * 1.5 && isInColumn
}

/** In forms a party's name and number are boxes of one row. */
function isRightOf(id: FieldCandidate, name: FieldCandidate): boolean {
  return id.line === name.line && id.box.x > name.box.x + name.box.width
}

function cellOf({ line, box }: FieldCandidate): number | undefined {
  return line.words.find(word => word.box.x >= box.x - 0.5)?.cell
}
