import { z } from 'zod'

/**
 * What a person may do. `read`: look at everything. `prepare`: take documents in, correct and code them. `approve`: say
 * that a bill is right. `post`: have bills sent to the ledger. `administer`: settings, people, connections, backups.
 */
export const Right = z.enum(['read', 'prepare', 'approve', 'post', 'administer'])
export type Right = z.infer<typeof Right>

/** Rights that are given and taken; whoever works here may read. */
export const GivenRight = Right.exclude(['read'])
export type GivenRight = z.infer<typeof GivenRight>

/** Long enough that the growing delay makes guessing hopeless. */
export const shortestPassphrase = 8

/** What a person chooses to sign in with. */
export const NewPassphrase = z.string().min(shortestPassphrase).max(200)
/** What somebody typed who wants to sign in. */
export const TypedPassphrase = z.string().max(200)
