/** The part of an invoice and its line that coding looks at. */
export interface CodingLine {
  readonly description: string
  /** SAT ClaveProdServ; another catalogue's code says nothing here. */
  readonly productCode: string | null
  readonly vendorName: string
  readonly vendorTaxId: string | null
  /** Before tax, in major units of the currency; negative for what comes back. Null when the line has no amount. */
  readonly amount: number | null
  readonly quantity: number | null
  readonly currency: string | null
  /** SAT UsoCFDI as the vendor wrote it: the buyer's word at best, often wrong, so it only breaks ties. */
  readonly cfdiUse: string | null
  readonly isCreditNote: boolean
}
