const accounts = 'signing up and in with a password: the app knows API keys only'
const building = 'building an organization: done in BigCapital itself before the app is connected'
const keys = 'making, listing and revoking keys: done in BigCapital itself'
const ledgerReport = 'ledger report: the app reads bills back and never the journal, which is not kept here'
const expenses = 'expenses are paid at once and stand in no accounts payable: the app posts none'
const attachments = 'attachments cannot be linked to bills in this version: the app uploads none'
const customers = "documents for customers: none of the app's business"
const landedCost = 'landed cost is spread over stock from expenses, of which the app posts none'
const zone = 'a server in Mexico City; replayed with the clock of that zone in a test of its own'

/** Recorded exchanges that are not replayed, one by one, and why. */
const reasons: Readonly<Record<number, string>> = {
  4: accounts,
  6: accounts,
  7: accounts,
  8: accounts,
  9: accounts,
  10: accounts,
  11: accounts,
  17: building,
  18: building,
  19: building,
  20: building,
  21: building,
  22: building,
  23: building,
  24: building,
  26: accounts,
  27: 'the session of another user: the app knows API keys only, which carry their organization',
  28: keys,
  29: keys,
  35: keys,
  98: ledgerReport,
  107: ledgerReport,
  109: ledgerReport,
  111: ledgerReport,
  124: ledgerReport,
  203: 'the list of payments: the app reads what is due from the bill itself',
  205: expenses,
  206: expenses,
  207: expenses,
  208: expenses,
  209: expenses,
  210: expenses,
  211: expenses,
  212: expenses,
  213: expenses,
  214: expenses,
  215: expenses,
  216: expenses,
  217: expenses,
  230: customers,
  231: customers,
  232: attachments,
  233: attachments,
  234: attachments,
  235: attachments,
  236: attachments,
  237: attachments,
  241: 'a bill with `attachments` that is no list: the app sends no such field',
  242: attachments,
  243: attachments,
  244: attachments,
  245: attachments,
  246: attachments,
  247: attachments,
  252: landedCost,
  253: landedCost,
  254: landedCost,
  255: 'a bill that cannot be deleted for its landed cost, of which there is none here',
  272: keys,
  277: 'shows the balance of an account, and no balances of accounts are kept here',
  292: ledgerReport,
  299: attachments,
  300: attachments,
  303: expenses,
  304: zone,
  305: zone,
}

/** @returns undefined for a recording that is replayed */
export function reasonFor(sequence: number): string | undefined {
  return reasons[sequence]
}
