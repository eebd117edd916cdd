import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { BackupView } from '../../shared/backup'
import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import { exportCompany, unpackCompany } from '../backup/company-file'
import { runHere } from '../backup/backup-task'
import { viewOf } from '../backup/backups'
import { backupFolder, backupsOn, chooseBackupFolder, shelfOf, type FoundBackup } from '../backup/places'
import { createRestoreRights, type Exchange, type RestoreRights, type Vouching } from '../backup/restore-rights'
import { companyFolder } from '../company-folders'
import { readKeyFile } from '../key-file'
import { isSameName } from '../people/people-store'
import { keepTries, triesFile } from '../people/wrong-tries'
import { lockFolder } from '../store/folder-lock'
import { createKeyring, type Keyring } from '../vault/keyring'
import { requireVault } from '../vault/vault'
import { exitCodes, type ExitCode } from './exit-codes'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import { askForSecret } from './vault-key'
import { ask, dataFolderOf, withEngine } from './with-engine'

export interface BackupOptions extends CommonOptions {
  /** Folder of backups; the one chosen in the app when left out. */
  readonly in?: string
}

export interface RestoreOptions extends BackupOptions {
  /** Name of a backup; the newest when left out. */
  readonly backup?: string
  /** A file that `export-company` wrote, instead of a folder of backups. */
  readonly file?: string
}

export interface ExportCompanyOptions extends CommonOptions {
  readonly output: string
}

/** Makes a backup of the books and checks that it can be restored. A folder said here is the folder from now on. */
export function makeBackup(terminal: Terminal, options: BackupOptions): Promise<ExitCode> {
  if (options.in !== undefined) chooseBackupFolder(dataFolderOf(options, terminal), resolve(options.in))
  return withEngine(terminal, options, {}, async engine => {
    printBackups(terminal, options, [await ask(engine, 'backup.make', {})])
    return exitCodes.done
  })
}

/** Lists the backups there are, newest first; needs no books. */
export function listBackups(terminal: Terminal, options: BackupOptions): ExitCode {
  printBackups(terminal, options, backupsOn(shelfIn(terminal, options)).map(viewOf))
  return exitCodes.done
}

/**
 * Puts books back as a backup holds them. Those that are there are set aside, also when they cannot be opened; files
 * received since are named, to be given to `process` again.
 *
 * @throws AppError `backup_not_found`, `backup_unsound`, `data_folder_in_use`, `vault_locked`, `app_locked`
 */
export async function restoreBooks(terminal: Terminal, options: RestoreOptions): Promise<ExitCode> {
  if (options.file === undefined) {
    const shelf = shelfIn(terminal, options)
    const found = backupsOn(shelf).find(({ name }) => options.backup === undefined || name === options.backup)
    if (!found) throw new AppError('backup_not_found', { name: options.backup ?? shelf }, 'user')
    return restoreFound(terminal, options, found, shelf)
  }
  const scratch = mkdtempSync(join(tmpdir(), 'quittance-restore-'))
  try {
    const { backup, shelf } = await unpackCompany(resolve(options.file), scratch)
    return await restoreFound(terminal, options, backup, shelf)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Writes one company, store and originals, into one file that `restore --file` and any ZIP program read. */
export function writeCompany(terminal: Terminal, options: ExportCompanyOptions): Promise<ExitCode> {
  return withEngine(terminal, options, {}, async engine => {
    const { key, store } = engine.company()
    const made = await exportCompany(
      {
        company: key,
        companyFolder: store.folder,
        madeBy: `quittance ${terminal.version}`,
        key: store.key,
        at: terminal.now() as EpochMs,
      },
      resolve(options.output),
    )
    printBackups(terminal, options, [viewOf(made)])
    return exitCodes.done
  })
}

async function restoreFound(
  terminal: Terminal,
  options: RestoreOptions,
  found: FoundBackup,
  shelf: string,
): Promise<ExitCode> {
  const dataFolder = dataFolderOf(options, terminal)
  const current = companyFolder(dataFolder, found.manifest.company)
  requireClosed(current)
  const exchange = { backup: found.folder, current }
  const tries = keepTries(join(dataFolder, triesFile), terminal.now)
  const keyring = createKeyring(tries)
  const rights = createRestoreRights(keyring, tries)
  await openVaults(terminal, options, keyring, exchange)
  const actor = await vouchFor(rights, exchange, options)
  const at = terminal.now() as EpochMs
  const task = { folder: found.folder, shelf, dataFolder, at, actor, ...rights.keysFor(exchange) }
  const { receivedSince, setAside } = await runHere()('restore', task, () => undefined)
  if (options.json) printJson(terminal, { restored: viewOf(found), receivedSince, setAside })
  else {
    printTable(terminal, [
      ['restored', found.name],
      ['documents', found.manifest.conservation.received],
      ['set aside', setAside === null ? 'nothing' : basename(setAside)],
      ...receivedSince.map(path => ['received since', path] as const),
    ])
  }
  return exitCodes.done
}

/** That of the backup, and that of the books it is put in place of, where these are others. */
async function openVaults(
  terminal: Terminal,
  options: CommonOptions,
  keyring: Keyring,
  { backup, current }: Exchange,
): Promise<void> {
  for (const folder of [backup, current]) {
    try {
      keyring.keyOf(folder)
    } catch (thrown) {
      const code = thrown instanceof AppError ? thrown.data.code : null
      // A vault that lost its file opens by the backup's, if by any.
      if (code === 'vault_unreadable' && folder === current) continue
      if (code !== 'vault_locked') throw thrown
      await keyring.open(requireVault(folder), await askForSecret(terminal, options))
    }
  }
}

/**
 * Books that people sign in to are put back by one of their administrators, here as in the window.
 *
 * @throws AppError `app_locked` when nobody is named, `right_missing`, what `RestoreRights.signIn` throws
 */
async function vouchFor(
  rights: RestoreRights,
  exchange: Exchange,
  { person, passphraseFile }: CommonOptions,
): Promise<Vouching> {
  const awaited = rights.awaited(exchange)
  if (awaited.length === 0 || person === undefined || passphraseFile === undefined) return rights.require(exchange)
  const found = awaited.find(({ name }) => isSameName(name, person))
  if (!found) throw new AppError('right_missing', { reason: 'administer' })
  return rights.signIn(exchange, found.id, readKeyFile(passphraseFile))
}

/** @throws AppError `data_folder_in_use` */
function requireClosed(folder: string): void {
  if (existsSync(folder)) lockFolder(folder)()
}

function shelfIn(terminal: Terminal, options: BackupOptions): string {
  const folder = options.in === undefined ? backupFolder(dataFolderOf(options, terminal)) : resolve(options.in)
  return shelfOf(folder, options.company)
}

function printBackups(terminal: Terminal, { json }: CommonOptions, backups: readonly BackupView[]): void {
  for (const backup of backups) {
    const { name, documents, bytes, lost, journalHead } = backup
    if (json) printJson(terminal, backup)
    else {
      printTable(terminal, [
        ['backup', name],
        ['documents', documents],
        ['bytes', bytes],
        ['originals lost', lost],
        ['journal head', `${journalHead.sequence} ${journalHead.hash}`],
      ])
    }
  }
}
