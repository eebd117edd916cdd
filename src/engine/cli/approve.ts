import { documentRecord } from '../export/record'
import { exitCodes, type ExitCode } from './exit-codes'
import { printJson, type CommonOptions, type Terminal } from './terminal'
import { ask, withEngine } from './with-engine'

/** Approves every document that is ready; each approval is journaled as the person's who typed the command. */
export function approveReady(terminal: Terminal, options: CommonOptions): Promise<ExitCode> {
  return withEngine(terminal, options, {}, async engine => {
    const { done, failed } = await ask(engine, 'document.approveReady', {})
    const { store } = engine.company()
    for (const documentId of done) {
      const { file, intake_number, invoice_number, grand_total, currency } = documentRecord(store.db, documentId)
      if (options.json) printJson(terminal, { approved: intake_number, file, invoice_number, grand_total, currency })
      else
        terminal.out(`approved  #${intake_number}  ${invoice_number ?? file}  ${grand_total ?? ''} ${currency ?? ''}\n`)
    }
    for (const { documentId, error } of failed) {
      const { file, intake_number } = documentRecord(store.db, documentId)
      if (options.json) printJson(terminal, { not_approved: intake_number, file, code: error.code })
      else terminal.out(`not approved  #${intake_number}  ${file}  (${error.code})\n`)
    }
    if (!options.json) terminal.out(`${done.length} approved, ${failed.length} not\n`)
    return failed.length > 0 ? exitCodes.partly : exitCodes.done
  })
}
