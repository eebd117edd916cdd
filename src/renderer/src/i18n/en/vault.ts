/** The vault: books and originals encrypted on disk. */
export const vault = {
  'settings.section.vault': 'Vault',
  'vault.on': 'The books lie in a vault',
  'vault.off': 'The books lie open on this disk',
  'vault.hint':
    'In a vault the books and every original are encrypted on disk, new backups too. A passphrase opens them, or a recovery key that you print.',
  'vault.begin': 'Set up a vault…',
  'vault.begin.title': 'Set up a vault',
  'vault.begin.body':
    'Whoever finds or copies this disk can then read nothing of the books. You type the passphrase each time the app starts.',
  'vault.begin.warning':
    'Nobody can open a vault without its passphrase or its recovery key, the makers of Quittance included.',
  'vault.begin.done': 'The books lie in the vault now.',
  'vault.renew': 'New recovery key…',
  'vault.renew.title': 'New recovery key',
  'vault.renew.body':
    'The printed key is replaced once the new one was typed back. In older backups the old key stays good.',
  'vault.renew.done': 'The new recovery key is in force; the old one opens these books no more.',
  'vault.passphrase': 'Passphrase of the vault',
  'vault.passphrase.new': 'New passphrase of the vault',
  'vault.passphrase.hint': 'At least {count} characters; four or five words are best.',
  'vault.passphrase.change': 'Change passphrase…',
  'vault.passphrase.change.title': 'Change passphrase',
  'vault.passphrase.changed': 'The passphrase of the vault was changed.',
  'vault.passphrase.change.body': 'Backups made before keep the passphrase they were made with.',
  'vault.step.key': 'Make recovery key',
  'vault.recoveryKey': 'Recovery key',
  'vault.recoveryKey.hint': 'Seven groups of five; capitals and dashes do not matter.',
  'vault.key.body':
    'This is the recovery key. Print it or write it down now: it is shown this once. Keep it away from this computer.',
  'vault.key.save': 'Save a page to print…',
  'vault.key.written': 'I have it on paper',
  'vault.drill.body': 'Now the rehearsal: type the key from paper. Only when it opens the vault is anything encrypted.',
  'vault.drill.action': 'Try the key and go on',
  'vault.drill.back': 'Show it once more',
  'vault.running.seal': 'Encrypting books and originals…',
  'vault.running.unseal': 'Decrypting books and originals…',
  'vault.leave': 'Leave the vault…',
  'vault.leave.title': 'Leave the vault',
  'vault.leave.body':
    'Books and originals lie open on this disk again afterwards. Backups made in the vault stay encrypted.',
  'vault.leave.done': 'The books lie open on this disk again; no vault protects them any more.',
  'vault.plain':
    'Not encrypted: {backups, plural, =0 {} one {one older backup} other {# older backups}}{backups, plural, =0 {} other {{setAside, plural, =0 {} other { and }}}}{setAside, plural, =0 {} one {one folder set aside by a restore} other {# folders set aside by a restore}}.',
  'vault.plain.remove': 'Delete what is not encrypted',
  'vault.plain.remove.body':
    'These backups and folders are deleted for good. Make a backup in the vault first. Copies elsewhere are not touched.',
  'vault.lock.people': 'People sign in here: the lock asks them, while the vault stays open until the app is closed.',
  'vault.lock.hint': 'Locking closes the books: nothing is read or posted until the vault is opened again.',
  'vault.locked.title': 'The vault is locked',
  'vault.locked.body': 'Books and originals are encrypted on this disk.',
  'vault.open': 'Open the books',
  'vault.openAndSet': 'Set passphrase and open the books',
  'vault.forgotten': 'Passphrase forgotten?',
  'vault.forgotten.body': 'Type the recovery key from paper, and choose another passphrase.',
  'vault.byPassphrase': 'Back to the passphrase',
  'vault.backup.sealed': 'Encrypted',
  'vault.backup.secret':
    'This backup is encrypted with a key that was not opened yet. Type the passphrase or the recovery key it was made with.',
  'vault.backup.open': 'Open the backup',
  'vault.books.secret':
    'The books that are there lie in a vault. Type its passphrase or its recovery key: only who opens it may replace them.',
  'vault.books.open': 'Go on',
  'vault.restore.body':
    'The books stay locked meanwhile. Every backup wants the passphrase or the recovery key it was made with.',
  'vault.restore.back': 'Back to the locked vault',
  'vault.backup.either': 'Passphrase or recovery key',
  'vault.backup.plain': 'This backup is not encrypted: afterwards the books lie outside of the vault.',
  'error.vault_locked': 'The vault is locked. Open it with its passphrase or its recovery key.',
  'error.vault_secret_wrong': 'That does not open this vault. Try again.',
  'error.vault_wait': 'Too many tries. Wait {seconds, plural, one {# second} other {# seconds}}, then try again.',
  'error.vault_unreadable':
    'The file that holds the wrapped key (vault.json) is damaged. Put it back from a backup; without it nobody can open these books.',
  'error.vault_exists': 'The books lie in a vault already.',
  'error.vault_missing': 'These books lie in no vault.',
  'error.vault_not_prepared': 'That recovery key is no longer waiting. Begin anew; nothing was changed.',
  'error.vault_no_room':
    'Encrypting needs room for a second copy of everything. Make room on the disk; nothing was changed.',
  'error.vault_original_damaged':
    '{count, plural, one {One original is} other {# originals are}} damaged on disk and cannot be carried over. Check the books in Settings, Data; nothing was changed.',
  'error.recovery_key_mistyped':
    'There is a slip in this key: a letter or digit is wrong, missing or too many. Compare it with the paper.',
  'journal.vault.entered': 'Books and originals were put into a vault',
  'journal.vault.left': 'Books and originals were taken out of the vault',
  'journal.vault.passphrase_changed': 'The vault got another passphrase',
  'journal.vault.recovery_key_renewed': 'The vault got another recovery key',
  'journal.vault.plain_copies_removed':
    'Copies outside of the vault were deleted: {backups, plural, one {one backup} other {# backups}}, {setAside, plural, one {one folder set aside} other {# folders set aside}}',
}
