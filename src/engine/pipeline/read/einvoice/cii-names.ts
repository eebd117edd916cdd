import type { XmlElement } from '../xml/element'

/** How one version of the Cross Industry Invoice names its parts; their meaning is the same. */
export interface CiiNames {
  readonly format: string
  /** Namespace of the message. */
  readonly rsm: string
  /** Namespace of its reusable components. */
  readonly ram: string
  readonly document: string
  readonly transaction: string
  readonly agreement: string
  readonly delivery: string
  readonly settlement: string
  readonly totals: string
  readonly lineAgreement: string
  readonly lineDelivery: string
  readonly lineSettlement: string
  readonly lineTotals: string
  readonly rate: string
}

const d16b: CiiNames = {
  format: 'cii_d16b',
  rsm: 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
  document: 'ExchangedDocument',
  transaction: 'SupplyChainTradeTransaction',
  agreement: 'ApplicableHeaderTradeAgreement',
  delivery: 'ApplicableHeaderTradeDelivery',
  settlement: 'ApplicableHeaderTradeSettlement',
  totals: 'SpecifiedTradeSettlementHeaderMonetarySummation',
  lineAgreement: 'SpecifiedLineTradeAgreement',
  lineDelivery: 'SpecifiedLineTradeDelivery',
  lineSettlement: 'SpecifiedLineTradeSettlement',
  lineTotals: 'SpecifiedTradeSettlementLineMonetarySummation',
  rate: 'RateApplicablePercent',
}

const zugferd1: CiiNames = {
  format: 'zugferd_1',
  rsm: 'urn:ferd:CrossIndustryDocument:invoice:1p0',
  ram: 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12',
  document: 'HeaderExchangedDocument',
  transaction: 'SpecifiedSupplyChainTradeTransaction',
  agreement: 'ApplicableSupplyChainTradeAgreement',
  delivery: 'ApplicableSupplyChainTradeDelivery',
  settlement: 'ApplicableSupplyChainTradeSettlement',
  totals: 'SpecifiedTradeSettlementMonetarySummation',
  lineAgreement: 'SpecifiedSupplyChainTradeAgreement',
  lineDelivery: 'SpecifiedSupplyChainTradeDelivery',
  lineSettlement: 'SpecifiedSupplyChainTradeSettlement',
  lineTotals: 'SpecifiedTradeSettlementMonetarySummation',
  rate: 'ApplicablePercent',
}

/** The version of a document by its root, or undefined when it is no Cross Industry Invoice we know. */
export function namesOf(root: XmlElement): CiiNames | undefined {
  if (root.local === 'CrossIndustryInvoice' && root.uri === d16b.rsm) return d16b
  if (root.local === 'CrossIndustryDocument' && root.uri === zugferd1.rsm) return zugferd1
  return undefined
}

/** Namespaces of aggregates, in every version we read. */
export const ciiAggregates: ReadonlySet<string> = new Set([d16b.ram, zugferd1.ram])
