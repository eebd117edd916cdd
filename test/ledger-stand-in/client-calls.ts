/** What the ledger answers to one call of the client, and which recordings show it. */
export interface CallShown {
  /** e.g. `POST /bills` */
  readonly call: string
  readonly success: readonly number[]
  /** Every failure of the call that the contract names, by its name. */
  readonly failures: Readonly<Record<string, readonly number[]>>
}

/** Whatever is asked: keys that are none, too many calls, a path that does not exist. */
export const failuresOfEveryCall: CallShown['failures'] = {
  'no key, an unknown, a revoked one': [12, 34, 36],
  'a key spelt another way': [32, 33, 271],
  'too many calls': [266, 267, 269],
  'no such path': [2, 5, 229],
}

/** The client's calls beside the recordings of their answers; `client-calls.test.ts` holds both against it. */
export const callsShown: readonly CallShown[] = [
  { call: 'GET /organization/current', success: [25, 273], failures: {} },
  { call: 'GET /accounts', success: [37, 38], failures: {} },
  {
    call: 'POST /accounts',
    success: [40, 41, 42],
    failures: { account_code_not_unique: [43], account_name_not_unqiue: [44], validation: [45], type_not_found: [46] },
  },
  { call: 'GET /items', success: [70], failures: {} },
  {
    call: 'POST /items',
    success: [62, 64, 65, 66],
    failures: { ITEM_NAME_EXISTS: [63], COST_ACCOUNT_NOT_COGS: [67], COST_ACCOUNT_REQUIRED: [68], validation: [69] },
  },
  {
    call: 'GET /vendors',
    success: [73, 80, 81, 82, 83, 91, 92],
    failures: { filter_roles_fields_not_found: [84], validation: [85], 'page 0': [274] },
  },
  {
    call: 'POST /vendors',
    success: [74, 75, 76],
    failures: { 'no name': [77], 'bad e-mail': [78], 'zip code breaks the server': [79] },
  },
  { call: 'GET /vendors/:id', success: [86], failures: { NotFoundError: [87] } },
  { call: 'DELETE /vendors/:id', success: [93], failures: { VENDOR_HAS_TRANSACTIONS: [189], NotFoundError: [94] } },
  {
    call: 'POST /tax-rates',
    success: [51, 54, 55],
    failures: { TAX_CODE_NOT_UNIQUE: [52], validation: [53] },
  },
  { call: 'DELETE /tax-rates/:id', success: [279], failures: {} },
  {
    call: 'GET /bills',
    success: [96, 155, 156, 157, 159, 160, 161, 162, 163, 170, 286],
    failures: {
      filter_roles_fields_not_found: [164, 165],
      'filter is no JSON': [166],
      sort_column_not_found: [171],
      view_not_found: [173],
      'page 0': [158],
    },
  },
  {
    call: 'POST /bills',
    success: [97, 102, 103, 110, 119, 123, 125, 168, 260, 304],
    failures: {
      BILL_NUMBER_EXISTS: [99, 100, 101, 104, 184, 287],
      'vendor missing, or a customer': [129, 130],
      ITEMS_NOT_FOUND: [131],
      NOT_PURCHASE_ABLE_ITEMS: [132],
      LANDED_COST_ENTRIES_SHOULD_BE_INVENTORY_ITEMS: [144],
      BRANCH_ID_REQUIRED: [258],
      BRANCH_ID_NOT_FOUND: [259],
      TRANSACTIONS_DATE_LOCKED: [249],
      validation: [117, 133, 134, 135, 136, 138, 139],
      'malformed JSON': [148],
      'more than 100 KB': [149],
      'breaks the server: no number, impossible date, unknown account or rate, emoji, too large': [
        128, 137, 140, 141, 142, 145, 146, 265, 288,
      ],
    },
  },
  { call: 'GET /bills/:id', success: [150, 151, 200, 308], failures: { BILL_NOT_FOUND: [152, 153] } },
  {
    call: 'PUT /bills/:id',
    success: [174, 175, 179, 306, 307, 309],
    failures: {
      BILL_NUMBER_EXISTS: [176],
      validation: [177],
      BILL_NOT_FOUND: [178],
      BILL_AMOUNT_SMALLER_THAN_PAID_AMOUNT: [202],
      TRANSACTIONS_DATE_LOCKED: [296],
    },
  },
  {
    call: 'PATCH /bills/:id/open',
    success: [180, 295],
    failures: { BILL_ALREADY_OPEN: [181], BILL_NOT_FOUND: [182] },
  },
  {
    call: 'DELETE /bills/:id',
    success: [187],
    failures: {
      BILL_NOT_FOUND: [188],
      BILL_HAS_ASSOCIATED_PAYMENT_ENTRIES: [201],
      BILL_HAS_APPLIED_TO_VENDOR_CREDIT: [226],
      BILL_HAS_ASSOCIATED_LANDED_COSTS: [255],
      TRANSACTIONS_DATE_LOCKED: [297],
    },
  },
  { call: 'GET /vendor-credits', success: [], failures: {} },
  {
    call: 'POST /vendor-credits',
    success: [218, 219],
    failures: { NOT_SELL_ABLE_ITEMS: [220], validation: [221] },
  },
  { call: 'GET /vendor-credits/:id', success: [227], failures: { VENDOR_CREDIT_NOT_FOUND: [228] } },
  {
    call: 'POST /vendor-credits/:id/apply-to-bills',
    success: [223],
    failures: { BILLS_HAS_NO_REMAINING_AMOUNT: [224] },
  },
  { call: 'GET /vendor-credits/:id/applied-bills', success: [225], failures: {} },
  { call: 'GET /branches', success: [30, 31, 59, 257], failures: {} },
  { call: 'GET /transactions-locking', success: [294], failures: {} },
]

/**
 * Calls whose success nobody recorded, and why they are made all the same. A look-up must not depend on what a list
 * says alone, so `find-bill.ts` holds every row it gets against what was asked for.
 */
export const neverRecorded: Readonly<Record<string, string>> = {
  'GET /vendor-credits': 'the list of vendor credits is known from the source of the recorded server only',
}
