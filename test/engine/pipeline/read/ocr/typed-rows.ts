/** The rows of a typed invoice that is scanned and photographed. */
export const typedRows = [
  'Northern Tools Limited',
  'INVOICE',
  'Invoice number: NT-2041',
  'Invoice date: 2026-03-17',
  'Subtotal: $250.00',
  'Tax: $50.00',
  'Total: $300.00',
  'Thank you for your business with us',
]
