import { z } from 'zod'
import { ReadyFile } from '../activity'
import { Restorers } from '../backup'
import { PersonId } from '../ids'
import { TypedPassphrase } from '../rights'
import { nothing } from './parts'

/** Reading books that are not opened because a newer version wrote them. */
export const newerBooksCalls = {
  /** Of whom one must sign in before they are read; nobody once that was done. */
  'newerBooks.readers': { input: nothing, output: Restorers },
  'newerBooks.signIn': { input: z.object({ personId: PersonId, passphrase: TypedPassphrase }), output: nothing },
  /** All their documents, as far as this version understands them, for the person to save. Nothing is written. */
  'newerBooks.export': { input: z.object({ format: z.enum(['csv', 'json']) }), output: ReadyFile },
}
