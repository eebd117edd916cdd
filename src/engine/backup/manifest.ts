import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { DocumentState } from '../../shared/document'
import { AppError } from '../../shared/result'
import { writeDurably } from '../store/blob-files'
import { vaultFileName } from '../vault/vault-file'

/** Names inside one backup. */
export const names = {
  store: 'quittance.db',
  manifest: 'manifest.json',
  originals: 'originals.txt',
  /** Of books in a vault only. */
  vault: vaultFileName,
} as const

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup says of itself. It is written last: a folder without one is no backup. */
export const Manifest = z.object({
  format: z.literal('quittance backup'),
  version: z.literal(1),
  /** Version of the app that made it. */
  madeBy: z.string().max(100),
  /** Epoch milliseconds. */
  madeAt: z.number().int(),
  company: z.enum(['own', 'sample']),
  /** Empty where the books lie in a vault: this file does not. */
  companyName: z.string().max(255),
  /** Migrations the store had seen. */
  schema: z.number().int(),
  store: z.object({ sha256: hash, bytes: z.number().int() }),
  /** Whether store and originals are sealed with the key that the vault's file beside this one wraps. */
  isSealed: z.boolean().default(false),
  /** Files the documents came as, pictures of pages and the like; one name a line in a file of its own. */
  originals: z.object({ count: z.number().int(), bytes: z.number().int(), listSha256: hash }),
  /** Files that were damaged or missing already, by name: what cannot be brought back from this backup. */
  lost: z.array(hash),
  journalHead: z.object({ sequence: z.number().int(), hash }),
  conservation: z.object({
    received: z.number().int(),
    byState: z.partialRecord(DocumentState, z.number().int()),
    isBalanced: z.boolean(),
  }),
})
export type Manifest = z.infer<typeof Manifest>

/** @throws AppError `backup_unreadable` */
export function readManifest(folder: string): Manifest {
  try {
    return Manifest.parse(JSON.parse(readFileSync(join(folder, names.manifest), 'utf8')))
  } catch (thrown) {
    throw new AppError('backup_unreadable', {}, 'user', { cause: thrown })
  }
}

export function writeManifest(folder: string, manifest: Manifest): void {
  writeDurably(join(folder, names.manifest), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`))
}
