import type { Found, XmlElement } from '../xml/element'
import { descend, textOf } from '../xml/element'

export const cac = 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2'
export const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'

/** Text of a basic component (`cbc`) at the end of a chain of aggregates (`cac`). */
export function basic(element: XmlElement | undefined, ...names: readonly string[]): Found | undefined {
  const last = names.at(-1) ?? ''
  return textOf(descend(descend(element, cac, ...names.slice(0, -1)), cbc, last))
}

/** A debit note asks for its total, the others owe it. */
export function totalsOf(root: XmlElement): XmlElement | undefined {
  return descend(root, cac, root.local === 'DebitNote' ? 'RequestedMonetaryTotal' : 'LegalMonetaryTotal')
}

export function isCreditNote(root: XmlElement): boolean {
  return root.local.endsWith('CreditNote')
}
