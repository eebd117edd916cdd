import { eq } from 'drizzle-orm'
import { AppError } from '../../shared/result'
import { checkPack, headOf, type PackVerdict } from '../evidence/check-pack'
import type { PackScope } from '../evidence/choose-documents'
import { makePack } from '../evidence/make-pack'
import { sittingActor } from '../people/sitting'
import { documents } from '../store/schema'
import type { Reader } from '../store/write'
import { readSettings } from '../store/settings'
import { exitCodes, type ExitCode } from './exit-codes'
import { printJson, printTable, type CommonOptions, type Terminal } from './terminal'
import { withEngine } from './with-engine'

export interface EvidenceOptions extends CommonOptions {
  /** Intake number of one document. */
  readonly document?: string
  /** YYYY-MM-DD, both days included. */
  readonly from?: string
  readonly to?: string
  readonly output: string
}

/** Writes the evidence of a document or of a period into a ZIP. */
export function writeEvidence(terminal: Terminal, options: EvidenceOptions): Promise<ExitCode> {
  return withEngine(terminal, options, {}, async engine => {
    const { store, blobs, context } = engine.company()
    const ctx = context('person')
    const made = await makePack(
      {
        store,
        blobs,
        context: ctx,
        company: readSettings(store.db).companyName,
        now: terminal.now(),
        actor: sittingActor(store.db),
        madeBy: `quittance ${terminal.version}`,
      },
      scopeOf(store.db, options),
      options.output,
    )
    if (options.json) printJson(terminal, { output: options.output, ...made })
    else {
      printTable(terminal, [
        ['written', options.output],
        ['documents', made.documents],
        ['journal rows', made.rows],
        ['journal head', `${made.head.sequence} ${made.head.hash}`],
      ])
    }
    return exitCodes.done
  })
}

/** @throws AppError `invalid_input` when neither or both are said */
function scopeOf(reader: Reader, { document, from, to }: EvidenceOptions): PackScope {
  if (document !== undefined && from === undefined && to === undefined) {
    const numbered = eq(documents.intakeNumber, Number(document))
    const row = reader.select({ id: documents.id }).from(documents).where(numbered).get()
    if (!row) throw new AppError('document_not_found', { document }, 'user')
    return { documentIds: [row.id] }
  }
  if (document === undefined && from !== undefined && to !== undefined) return { period: { from, to } }
  throw new AppError('invalid_input', { option: '--document, or --from and --to' })
}

export interface VerifyPackOptions extends CommonOptions {
  /** A head known from elsewhere: "4212 9f3c…". */
  readonly head?: string
}

/** Checks an evidence pack; needs no books. */
export async function verifyPack(terminal: Terminal, file: string, options: VerifyPackOptions): Promise<ExitCode> {
  const verdict = await checkPack(file)
  const isExpected = options.head === undefined || isSameHead(verdict, options.head)
  const sound = verdict.isSound && isExpected
  if (options.json) printJson(terminal, { sound, headExpected: isExpected, ...verdict })
  else {
    printTable(terminal, [
      ['documents', verdict.documents],
      ['files', verdict.files],
      ['journal rows', verdict.rows],
      ['journal head', verdict.head ? `${verdict.head.sequence} ${verdict.head.hash}` : '—'],
      ...(options.head === undefined ? [] : ([['head as expected', isExpected ? 'yes' : 'NO']] as const)),
      ...verdict.problems.map(({ problem, where }) => [problem, where] as const),
      ['pack', sound ? 'ok' : 'NOT TRUE TO ITS JOURNAL'],
    ])
  }
  return sound ? exitCodes.done : exitCodes.unsound
}

function isSameHead({ head }: PackVerdict, printed: string): boolean {
  const expected = headOf(printed)
  return head?.sequence === expected.sequence && head.hash === expected.hash
}
