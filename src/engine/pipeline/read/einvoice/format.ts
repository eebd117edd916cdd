import type { InvoiceFacts } from '../../facts'
import type { XmlElement } from '../xml/element'

/** What reading an XML document gave. */
export interface XmlReading {
  /** e.g. `cfdi_4.0`, `ubl_invoice`, `cii_d16b`. */
  readonly format: string
  /** Name and version of the reader, e.g. "cfdi 1". A version changes when the same document reads differently. */
  readonly reader: string
  readonly facts: InvoiceFacts
  /** Invoices in the file; `facts` are those of the one asked for, the first unless said otherwise. */
  readonly invoiceCount: number
}

/** Reader of one family of e-invoices. A new family is a new file and one line in the registry. */
export interface EInvoiceFormat {
  readonly reader: string
  /** The exact format of a document by its root's namespace and name, or undefined when it is none of ours. */
  recognise(root: XmlElement): string | undefined
  /** The invoices of a document in its order; most formats hold one. */
  read(root: XmlElement, format: string): readonly [InvoiceFacts, ...InvoiceFacts[]]
  /** The element of each invoice, in the same order, where a file may hold several. */
  parts?(root: XmlElement): readonly XmlElement[]
}
