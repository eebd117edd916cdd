import { z } from 'zod'

// docs/evidence.md describes the format: a public interface, read by people who do not have this program.

export const packFormat = 'quittance-evidence'
export const packVersion = 1
export const manifestName = 'manifest.json'
export const journalName = 'journal.jsonl'

const HashText = z.string().regex(/^[0-9a-f]{64}$/)

export const PackedFile = z.object({ path: z.string(), sha256: HashText, bytes: z.number().int() })
export type PackedFile = z.infer<typeof PackedFile>

export const PackedDocument = z.object({
  documentId: z.string(),
  intakeNumber: z.number().int(),
  fileName: z.string(),
  /** Path of the bytes as received; null when they were missing from the books. */
  original: z.string().nullable(),
  originalSha256: HashText,
  /** Journal row after which the document's files were written. */
  upTo: z.number().int(),
})
export type PackedDocument = z.infer<typeof PackedDocument>

export const Manifest = z.object({
  format: z.literal(packFormat),
  version: z.literal(packVersion),
  madeAt: z.number(),
  madeBy: z.string(),
  company: z.string(),
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  documents: z.array(PackedDocument),
  journal: z.object({
    /** Hash of the row before the first one here; 64 zeros when the journal is here from its beginning. */
    previousHash: HashText,
    from: z.number().int(),
    head: z.object({ sequence: z.number().int(), hash: HashText }),
  }),
  files: z.array(PackedFile),
})
export type Manifest = z.infer<typeof Manifest>

/** A row of the journal told in full. */
export const OpenRow = z.object({
  sequence: z.number().int(),
  id: z.string(),
  at: z.number(),
  actor: z.string(),
  kind: z.string(),
  documentId: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  before: z.string().nullable(),
  after: z.string().nullable(),
  groupId: z.string().length(36).brand<'GroupId'>().nullable(),
})

/** A row about something else: only its content hash, so that the chain can be followed. */
export const SealedRow = z.object({ sequence: z.number().int(), contentHash: HashText }).strict()

export const PackedRow = z.union([SealedRow, OpenRow])
export type PackedRow = z.infer<typeof PackedRow>

/** The journal's last row in a pack says which files it holds; its hash is the head. */
export const packMadeKind = 'evidence.made'
