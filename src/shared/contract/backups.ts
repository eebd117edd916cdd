import { z } from 'zod'
import { BackupName, BackupStatus, BackupView, RestorePreview, RestoreResult, Restorers } from '../backup'
import { PersonId } from '../ids'
import { TypedPassphrase } from '../rights'
import { nothing } from './parts'

/** Making, checking and restoring backups. */
export const backupCalls = {
  'backup.status': { input: nothing, output: BackupStatus },
  'backup.make': { input: nothing, output: BackupView },
  /** Reads every byte of a backup and opens its books in a scratch folder. */
  'backup.check': { input: z.object({ name: BackupName }), output: BackupView },
  /** Backups lie beside the books again; another folder is chosen through the bridge's `chooseFolder`. */
  'backup.forgetFolder': { input: nothing, output: BackupStatus },
  /** While nobody can sit down at the books: of whom one must sign in before they are put back; nobody once that was done. */
  'backup.restorers': { input: z.object({ name: BackupName }), output: Restorers },
  'backup.signIn': {
    input: z.object({ name: BackupName, personId: PersonId, passphrase: TypedPassphrase }),
    output: z.object({}),
  },
  'backup.preview': { input: z.object({ name: BackupName }), output: RestorePreview },
  /** A person says that books older than what was confirmed are right; they are opened as they are. */
  'backup.acceptLoss': { input: nothing, output: BackupStatus },
  /** Puts the company's books back as a backup holds them; those that are there are set aside. */
  'backup.restore': { input: z.object({ name: BackupName }), output: RestoreResult },
}
