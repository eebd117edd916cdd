import { z } from 'zod'

/**
 * Where keys of other programs are kept. system: sealed by the operating system's key store. basic_text: this Linux
 * desktop has none, and whoever started the app had them sealed with a password that is the same everywhere. none: it
 * has none, and no key is kept. key_files: they stay in files of the person's own.
 */
export const KeyStoreKind = z.enum(['system', 'basic_text', 'none', 'key_files'])
export type KeyStoreKind = z.infer<typeof KeyStoreKind>

export const KeysStatus = z.object({
  store: KeyStoreKind,
  /** Keys of this company that are kept, wherever. */
  kept: z.number().int(),
  /** Of them, those that stay in a file of the person's own, by the name of the secret. */
  inFiles: z.array(z.string()),
  /** Of these files, those that others on this machine may read. */
  readableByOthers: z.number().int(),
})
export type KeysStatus = z.infer<typeof KeysStatus>
