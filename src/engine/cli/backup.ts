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
import { companyFolder } from '../company-folders'
import { idOf } from '../store/books-key'
import { lockFolder } from '../store/folder-lock'
import { readVaultFile } from '../vault/vault-file'
import { exitCodes, type ExitCode } from './exit-codes'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import { keyOfFolder } from './vault-key'
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
 * @throws AppError `backup_not_found`, `backup_unsound`, `data_folder_in_use`
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
  const key = await keyOfFolder(terminal, options, found.folder)
  // Books of another vault are set aside unread.
  const sameVault = key !== null && readVaultFile(current)?.keyId === idOf(key)
  const task = {
    folder: found.folder,
    shelf,
    dataFolder,
    at: terminal.now() as EpochMs,
    key,
    currentKey: sameVault ? key : null,
  }
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
