import { Option, type Command } from 'commander'
import { asc, inArray } from 'drizzle-orm'
import { BillFormat, type BillRecord } from '../../shared/bill-record'
import { AppError, toErrorData } from '../../shared/result'
import { writeBills } from '../export/bill-files'
import { billRecord } from '../export/bill-record'
import { documents } from '../store/schema'
import { journalHead } from '../store/journal'
import { readSettings } from '../store/settings'
import { exitCodes, type ExitCode } from './exit-codes'
import { sentenceFor } from './sentences'
import { printJson, type CommonOptions, type Terminal } from './terminal'
import { withEngine } from './with-engine'

export interface ExportBillsOptions extends CommonOptions {
  readonly format: BillFormat
  readonly output: string
}

/** How `export-bills` is said. */
export function describeExportBills(command: Command): Command {
  return command
    .description('write approved and posted bills into a file for other programs')
    .addOption(new Option('--format <format>', 'how').choices(BillFormat.options).default('csv-bills'))
    .requiredOption('--output <file>', 'the file to write; several UBL bills are a ZIP')
}

/** Writes the bills of all approved and posted documents; those no bill can be made of are named, with the reason. */
export function exportBills(terminal: Terminal, { format, output, ...options }: ExportBillsOptions): Promise<ExitCode> {
  return withEngine(terminal, options, {}, async engine => {
    const { store, context } = engine.company()
    const { settings, chart } = context('terminal')
    const rows = store.db
      .select({ id: documents.id, intakeNumber: documents.intakeNumber })
      .from(documents)
      .where(inArray(documents.state, ['approved', 'posted', 'post_failed']))
      .orderBy(asc(documents.intakeNumber))
      .all()
    const head = journalHead(store.db)
    const bills: BillRecord[] = []
    for (const { id, intakeNumber } of rows) {
      try {
        bills.push(billRecord(store.db, id, settings, chart, head))
      } catch (thrown) {
        const error = toErrorData(thrown)
        if (options.json) printJson(terminal, { not_exported: intakeNumber, code: error.code })
        else terminal.err(`#${intakeNumber}: ${sentenceFor(error)}\n`)
      }
    }
    const { companyName, companyTaxIds } = readSettings(store.db)
    try {
      await writeBills(output, bills, format, { name: companyName, taxId: companyTaxIds[0] ?? null })
    } catch (thrown) {
      const cause = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
      throw new AppError('invalid_input', { option: '--output', cause }, 'user', { cause: thrown })
    }
    const leftOut = rows.length - bills.length
    if (options.json) printJson(terminal, { bills: bills.length, left_out: leftOut })
    return leftOut > 0 ? exitCodes.partly : exitCodes.done
  })
}
