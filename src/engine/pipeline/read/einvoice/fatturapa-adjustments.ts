import type { DecimalText } from '../../../../shared/money'
import type { AdjustmentRead, LineRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { childrenOf } from '../xml/element'
import { adjustment } from './facts-draft'
import { at } from './fatturapa-parts'
import { isZero, less, negated, sum } from './values'

/**
 * Contributions to a pension fund and side costs are part of the taxable base without being lines. A discount or
 * surcharge of the whole document (ScontoMaggiorazione) is one only where lines and base differ by it: others write it
 * though their lines have it already, or take it off the total after tax.
 */
export function readAdjustments(
  document: XmlElement | undefined,
  groups: readonly XmlElement[],
  lines: readonly LineRead[],
  net: DecimalText | undefined,
): AdjustmentRead[] {
  const funds = childrenOf(document, '', 'DatiCassaPrevidenziale').flatMap(fund =>
    adjustment('charge', at(fund, 'ImportoContributoCassa'), at(fund, 'TipoCassa')),
  )
  const sideCosts = groups.flatMap(group => adjustment('charge', at(group, 'SpeseAccessorie'), undefined))
  const ofDocument = childrenOf(document, '', 'ScontoMaggiorazione').flatMap(entry =>
    adjustment(at(entry, 'Tipo')?.value === 'MG' ? 'charge' : 'allowance', at(entry, 'Importo'), undefined),
  )
  const charges = [...funds, ...sideCosts]
  if (net === undefined || ofDocument.length === 0) return charges
  const added = [...charges, ...ofDocument].map(({ kind, amount }) => (kind === 'charge' ? amount : negated(amount)))
  const base = sum([...lines.flatMap(({ lineTotal }) => lineTotal ?? []), ...added])
  return isZero(less(net, base)) ? [...charges, ...ofDocument] : charges
}
