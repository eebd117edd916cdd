import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { toErrorData } from '../../shared/result'
import { approveReady } from './approve'
import {
  listBackups,
  makeBackup,
  restoreBooks,
  writeCompany,
  type BackupOptions,
  type ExportCompanyOptions,
  type RestoreOptions,
} from './backup'
import { printConservation } from './conservation'
import { verifyPack, writeEvidence, type EvidenceOptions, type VerifyPackOptions } from './evidence'
import { exitCodes, type ExitCode } from './exit-codes'
import { describeExportBills, exportBills, type ExportBillsOptions } from './export-bills'
import { exportDocuments, type ExportOptions } from './export'
import { showHealth } from './health'
import { connectBigCapital, syncLedger } from './ledger'
import { processPaths, type ProcessOptions } from './process'
import { readFiles } from './read'
import { rehearseOnCopy } from './rehearse'
import { sentenceFor } from './sentences'
import { showStatus } from './status'
import { printJson, type CommonOptions, type Terminal } from './terminal'
import { verifyBooks } from './verify'

/**
 * Runs one command line.
 *
 * @param words what was typed after the program's name
 * @returns the exit code; failures are told on standard error (with `--json` on standard output, as `{"error":…}`)
 */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done
  const program = programFor(terminal, given => (code = given))
  try {
    await program.parseAsync([...words], { from: 'user' })
    return code
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? exitCodes.done : exitCodes.usage
    return failed(terminal, thrown, words.includes('--json'))
  }
}

function failed(terminal: Terminal, thrown: unknown, asJson: boolean): ExitCode {
  const error = toErrorData(thrown)
  if (asJson) printJson(terminal, { error })
  else terminal.err(`${sentenceFor(error)}\n`)
  if (error.code === 'bug' && thrown instanceof Error) terminal.err(`${thrown.stack ?? thrown.message}\n`)
  return error.code === 'invalid_input' ? exitCodes.usage : exitCodes.stopped
}

function programFor(terminal: Terminal, end: (code: ExitCode) => void): Command {
  const program = new Command('quittance')
    .description('Supplier invoices in, approved bills out: the engine without a window.')
    .version(terminal.version)
    .option('--data <folder>', `where the books live (default: ${terminal.defaultDataFolder})`)
    .option('--json', 'one JSON object per line on standard output, nothing else')
    .addOption(new Option('--company <which>', 'which books').choices(['own', 'sample']).default('own'))
    .option('--workers <number>', 'documents read at once (default: one per core)', positiveInteger)
    .option('--person <name>', 'who types the command')
    .option('--passphrase-file <file>', 'file that holds their passphrase, where people sign in')
    .option(
      '--vault-passphrase-file <file>',
      'file that holds the passphrase or recovery key of the vault (/dev/fd/3 for a descriptor); else QUITTANCE_VAULT_PASSPHRASE, or it is asked for',
    )
    .exitOverride()
    .configureOutput({ writeOut: text => terminal.out(text), writeErr: text => terminal.err(text) })
    .showHelpAfterError('(add --help for what can be said)')

  program
    .command('process')
    .description('take in files, folders and ZIPs, and read them')
    .argument('<path...>')
    .option('--strict', 'exit with 1 when a document needs a person')
    .action(async (paths: string[], _, command: Command) =>
      end(await processPaths(terminal, paths, all<ProcessOptions>(command))),
    )
  program
    .command('read')
    .description('print what can be read from files; keeps nothing')
    .argument('<file...>')
    .action(async (files: string[], _, command: Command) => end(await readFiles(terminal, files, all(command))))
  program
    .command('status')
    .description('what is where')
    .action(async (_, command: Command) => end(await showStatus(terminal, all(command))))
  program
    .command('approve')
    .description('approve documents')
    .requiredOption('--ready', 'every document that is ready')
    .action(async (_, command: Command) => end(await approveReady(terminal, all(command))))
  program
    .command('connect')
    .description('connect the books to a ledger')
    .addCommand(
      new Command('bigcapital')
        .description('BigCapital, by API key')
        .requiredOption('--url <url>', 'its address')
        .requiredOption('--key-file <file>', 'file that holds the API key and goes on holding it')
        .copyInheritedSettings(program)
        .action(async (_, command: Command) => end(await connectBigCapital(terminal, all(command)))),
    )
  program
    .command('sync')
    .description('post what is approved, read back what was posted')
    .action(async (_, command: Command) => end(await syncLedger(terminal, all(command))))
  program
    .command('export')
    .description('print every document, as JSON lines (default) or CSV')
    .option('--csv', 'one row per document')
    .option('--output <file>', 'write to a file')
    .action(async (_, command: Command) => end(await exportDocuments(terminal, exportOptions(command))))
  describeExportBills(program.command('export-bills')).action(async (_, command: Command) =>
    end(await exportBills(terminal, all<ExportBillsOptions>(command))),
  )
  program
    .command('verify')
    .description('check that nothing is lost, stuck or damaged')
    .option(
      '--accept',
      'the books are right though the journal’s head kept beside them says otherwise (a restored backup)',
    )
    .action(async (_, command: Command) => end(await verifyBooks(terminal, all(command))))
  program
    .command('health')
    .description('whether books and machine are well; works beside the open app')
    .action(async (_, command: Command) => end(await showHealth(terminal, all(command))))
  program
    .command('backup')
    .description('make a backup of the books and check that it can be restored')
    .option('--in <folder>', 'folder of backups, from now on (default: the one chosen in the app)')
    .action(async (_, command: Command) => end(await makeBackup(terminal, all<BackupOptions>(command))))
  program
    .command('backups')
    .description('the backups there are, newest first')
    .option('--in <folder>', 'folder of backups')
    .action((_, command: Command) => end(listBackups(terminal, all<BackupOptions>(command))))
  program
    .command('restore')
    .description('put the books back as a backup holds them; those that are there are set aside')
    .option('--in <folder>', 'folder of backups')
    .option('--backup <name>', 'which one (default: the newest)')
    .option('--file <zip>', 'a company written by export-company, instead of a folder of backups')
    .action(async (_, command: Command) => end(await restoreBooks(terminal, all<RestoreOptions>(command))))
  program
    .command('rehearse')
    .description('let this version migrate and check a copy of the books; the books themselves are only read')
    .action(async (_, command: Command) => end(await rehearseOnCopy(terminal, all(command))))
  program
    .command('export-company')
    .description('write one company, books and originals, into a ZIP that restore --file reads on any machine')
    .requiredOption('--output <file>', 'the ZIP to write')
    .action(async (_, command: Command) => end(await writeCompany(terminal, all<ExportCompanyOptions>(command))))
  program
    .command('evidence')
    .description('write what proves a document, or all received in a period, into a ZIP')
    .option('--document <number>', 'intake number of one document')
    .option('--from <day>', 'first day of a period, YYYY-MM-DD')
    .option('--to <day>', 'last day of the period')
    .requiredOption('--output <file>', 'the ZIP to write')
    .action(async (_, command: Command) => end(await writeEvidence(terminal, all<EvidenceOptions>(command))))
  program
    .command('verify-pack')
    .description('check an evidence pack; needs no books')
    .argument('<file>')
    .option('--head <head>', 'the journal head it must have, as printed elsewhere: "number hash"')
    .action(async (file: string, _, command: Command) =>
      end(await verifyPack(terminal, file, all<VerifyPackOptions>(command))),
    )
  program
    .command('conservation')
    .description('per day received and in total: received = sum of the states now, as CSV or JSON lines')
    .action(async (_, command: Command) => end(await printConservation(terminal, all(command))))
  return program
}

/** The command's own options with those every command understands. */
function all<T extends CommonOptions>(command: Command): T {
  return command.optsWithGlobals<T>()
}

function exportOptions(command: Command): ExportOptions {
  const options = all<ExportOptions>(command)
  if (options.csv && options.json) command.error('--csv and --json exclude each other')
  return options
}

function positiveInteger(text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1 || number > 64) throw new InvalidArgumentError('a number from 1 to 64')
  return number
}
