/** `invoices.format` of an invoice a person typed in from a document that could not be read. */
export const byHandFormat = 'by_hand'
