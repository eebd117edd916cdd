// The tables as they are after the last migration. Money: integer minor units beside a currency; quantities, prices
// and rates: decimal text. Dates: YYYY-MM-DD. Instants: epoch milliseconds. Ids: UUIDv7 text.

export * from './schema/documents'
export * from './schema/invoices'
export * from './schema/accounts'
export * from './schema/issues'
export * from './schema/vendors'
export * from './schema/queue'
export * from './schema/ledger'
export * from './schema/server-calls'
export * from './schema/sources'
export * from './schema/outside-model'
export * from './schema/people'
export * from './schema/automation'
export * from './schema/books'
export * from './schema/lists'
