/** Backups: making them, putting books back, and books that cannot be opened. */
export const backups = {
  'settings.section.backups': 'Backups',
  'backups.hint':
    'A backup holds the books and every original. Each is opened and checked before it counts; originals that an earlier one has are not copied again.',
  'backups.last': 'Last backup: {at}, checked by restoring it',
  'backups.none': 'There is no backup yet.',
  'backups.next': 'Next: {at}',
  'backups.failed': 'The last try failed. {reason}',
  'backups.make': 'Back up now',
  'backups.making': 'Backing up…',
  'backups.made': 'The backup was made and checked.',
  'backups.restore': 'Restore…',
  'backups.list': 'What there is',
  'backups.more': '{count, plural, one {One older backup is} other {# older backups are}} shown under “Restore…”.',
  'backups.documents': '{count, plural, one {# document} other {# documents}}',
  'backups.lost':
    '{count, plural, one {One original was damaged already and is} other {# originals were damaged already and are}} not in it.',
  'backups.sound': 'Read from end to end: whole',
  'backups.check': 'Check',
  'backups.check.of': 'Check the backup of {at}',
  'backups.checking': 'Checking…',
  'backups.choose.of': 'Choose the backup of {at}',
  'backups.running.make': 'Backup',
  'backups.running.restore': 'Restore',
  'backups.running.bytes': '{done} of {of}',
  'backups.stage.store': 'Copying the books…',
  'backups.stage.originals': 'Copying originals…',
  'backups.stage.check': 'Checking the copy…',
  'backups.folder': 'Where backups lie',
  'backups.folder.where': 'Folder',
  'backups.folder.same': 'On the same disk as the books: if that disk fails, both are lost. Choose another disk.',
  'backups.folder.choose': 'Choose a folder…',
  'backups.folder.forget': 'Back to beside the books',
  'backups.every': 'Back up',
  'backups.every.never': 'Only when asked',
  'backups.every.hours': '{count, plural, =1 {Every hour} =24 {Every day} =168 {Every week} other {Every # hours}}',
  'backups.keep': 'Keep',
  'backups.keep.newest': '{count, plural, one {The newest} other {The newest #}}',
  'backups.keep.hint': 'And the last one of each month, for a year.',
  'restore.title': 'Restore from a backup',
  'restore.staysOpen': 'Stays open until the books are back.',
  'restore.offer': 'Restore from a backup',
  'restore.choose': 'Choose the backup to go back to. Nothing is changed before you confirm.',
  'restore.choose.action': 'Choose',
  'restore.none': 'There is no backup in {folder}. Choose the folder or disk that holds your backups.',
  'restore.otherFolder': 'Look in another folder…',
  'restore.another': 'Another backup',
  'restore.action': 'Restore the backup of {at}',
  'restore.vouch':
    'People sign in to these books. An administrator says with their passphrase that they are to be put back.',
  'restore.vouch.who': 'Administrator',
  'restore.fact.made': 'Made',
  'restore.fact.company': 'Company',
  'restore.fact.documents': 'Documents',
  'restore.fact.size': 'Size',
  'restore.changes':
    '{count, plural, =0 {No correction or decision was made after it.} one {One correction or decision made after it is given up.} other {# corrections and decisions made after it are given up.}}',
  'restore.changes.unknown':
    'Corrections and decisions made after it are given up; the books there are now cannot say how many.',
  'restore.since':
    '{count, plural, =0 {No file was received after it.} one {One file was received after it} other {# files were received after it}}{count, plural, =0 {} other {{onDisk, plural, =0 {; none is on disk any more.} one {; one is still on disk and is read again.} other {; # are still on disk and are read again.}}}}',
  'restore.since.more': '{count, plural, one {and one more} other {and # more}}',
  'restore.gone':
    '{count, plural, one {One original is not on disk any more: add it again from where it came.} other {# originals are not on disk any more: add them again from where they came.}}',
  'restore.kept': 'The books as they are now are set aside beside the restored ones, not deleted.',
  'restore.done': 'The books are as of {at}: {count, plural, one {# document} other {# documents}}.',
  'restore.done.again':
    '{count, plural, one {One file received afterwards was taken in again.} other {# files received afterwards were taken in again.}}',
  'restore.done.aside': 'What was there before lies in the folder {folder}, beside the books.',
  'restore.done.reconnect':
    '{service, select, ledger {BigCapital must be connected again: its key cannot be opened on this computer.} paperless {Paperless-ngx must be connected again: its token cannot be opened on this computer.} other {The outside model needs its key again: it cannot be opened on this computer.}}',
  'restore.done.open': 'Open the inbox',
  'recovery.store_damaged.title': 'The books are damaged and were not opened',
  'recovery.store_damaged.body':
    'A disk error or another program changed the data file. Nothing was deleted. The newest good backup can be put back.',
  'recovery.store_lost_commits.title': 'The books are older than what was confirmed to you',
  'recovery.store_lost_commits.body':
    'Changes that were saved are missing: the disk lost them, or an older copy was put in place. Nothing was touched.',
  'recovery.store_from_newer_app.title': 'The books were written by a newer Quittance',
  'recovery.store_from_newer_app.body':
    'Install that version to go on; the books are whole and were not changed. Until then they can be read, and you can go back to a backup made by this version.',
  'recovery.export.body':
    'Take out what the books hold: every document with its values, as far as this version understands them. Nothing is changed by it.',
  'recovery.export.csv': 'Export as a table (CSV)',
  'recovery.export.json': 'Export as JSON',
  'recovery.export.vouch':
    'People sign in here: an administrator of these books must sign in before anything is taken out of them.',
  'recovery.store_migration_broken.title': 'The books could not be brought to this version',
  'recovery.store_migration_broken.body':
    'They were left as they were. A backup can be put back, or the version before be installed again.',
  'recovery.vault_unreadable.title': 'The vault of these books is damaged and was not opened',
  'recovery.vault_unreadable.body':
    'The file with the wrapped key (vault.json) cannot be read; without it nobody can open these books. Nothing was deleted. A backup holds the file too: it opens with the passphrase it was made with.',
  'recovery.looking': 'Looking for the newest backup that is whole…',
  'recovery.done': 'The books are back',
  'recovery.accept': 'Open them as they are',
  'recovery.accept.hint':
    'If you put an older copy in place yourself, the books are right as they are. The journal will say that you accepted it.',
}
