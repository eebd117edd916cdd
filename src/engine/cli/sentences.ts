import type { ErrorCode, ErrorData } from '../../shared/result'

/** What a terminal says of the failures that stop a command; the window has sentences for all of them. */
const sentences: Partial<Record<ErrorCode, string>> = {
  store_lost_commits:
    'The books are older than what was confirmed: {missing} change(s) are missing. Restore a backup, or accept the older state with verify --accept.',
  backup_not_found: 'There is no such backup there.',
  backup_unsound: 'The backup is damaged and was not used; nothing was changed.',
  backup_no_room: 'There is not enough room for a backup.',
  backup_folder_gone: 'The folder for backups is not there; connect its disk or name another one with --in.',
  backup_folder_inside: 'Backups cannot lie in the data folder: they would be lost with it. Choose another folder.',
  data_folder_in_use: 'These books are open in another program (the app, or another command). Close it and try again.',
  store_from_newer_app: 'These books were written by a newer version. Install that version; nothing was changed.',
  store_disk_full: 'The disk is full. Make room and run the command again; what was received is kept.',
  store_disk_low:
    'Too little room on the disk for new documents. Nothing was taken in; make room and run the command again.',
  store_read_only: 'The data folder cannot be written.',
  store_damaged: 'The database is damaged. It was left as it is; copies from earlier versions lie beside it.',
  ledger_not_connected: 'No ledger is connected. Use: connect bigcapital --url … --key-file …',
  ledger_unreachable: 'The ledger does not answer. Approved bills stay queued and nothing is sent twice.',
  ledger_unauthorized: 'The ledger refuses the API key.',
  network_closed:
    'The air gap is on: nothing is sent or fetched. Switch it off in the app, Settings, Network and privacy.',
  key_store_unavailable: 'The key file cannot be read, or is empty.',
  app_locked: 'People sign in to these books. Say who you are with --person … --passphrase-file ….',
  right_missing: 'This person has no right to do that; an administrator gives it in Settings.',
  vault_locked:
    'The books lie in a vault. Say its passphrase or recovery key: --vault-passphrase-file …, QUITTANCE_VAULT_PASSPHRASE, or typed.',
  vault_secret_wrong: 'That does not open this vault.',
  vault_unreadable: 'The vault’s file (vault.json) is damaged. Put it back from a backup.',
  passphrase_wrong: 'That is not the passphrase of this person.',
  passphrase_wait: 'Too many wrong passphrases; try again later.',
  passphrase_missing: 'This person has no passphrase yet; an administrator gives it in Settings.',
  person_not_found: 'Nobody of that name works in these books.',
  worker_crashed: 'No document worker can be started; the installation is incomplete.',
  invalid_input: 'The engine does not accept this value.',
  bug: 'Something went wrong that nobody foresaw. The books are as the last finished step left them.',
}

/** English, with the code that scripts and bug reports need. */
export function sentenceFor({ code, params }: ErrorData): string {
  const details = Object.entries(params).map(([name, value]) => `${name}: ${value}`)
  const told = [code, ...details].join(', ')
  const sentence = sentences[code]
  return sentence === undefined ? told : `${sentence} (${told})`
}
