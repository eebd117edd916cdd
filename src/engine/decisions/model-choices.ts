import { eq } from 'drizzle-orm'
import type { DocumentId } from '../../shared/ids'
import { modelCalls, modelChoices } from '../store/schema'
import type { Reader, Tx } from '../store/write'
import type { AccountSuggestion } from '../pipeline/code/suggestion'
import type { LineRow } from './load'
import type { CodedLine } from './suggest-accounts'

/**
 * What may be claimed for an account an outside model chose among ours. Nobody has measured how often it is right, so
 * it is enough to be written on the line and never enough to go without a look.
 */
const chosenByModel = 0.6

/** What a line says. Lines get new ids when a document is read again; what was paid for once is found again by this. */
export function lineKey(line: Pick<LineRow, 'classificationCode' | 'description' | 'lineTotal' | 'quantity'>): string {
  return JSON.stringify([line.classificationCode, line.description, line.lineTotal, line.quantity])
}

export interface ModelChoice {
  readonly accountCode: string
  readonly model: string
}

/** The accounts an outside model chose for a document's lines, by line key. */
export function modelChoicesOf(reader: Reader, documentId: DocumentId): ReadonlyMap<string, ModelChoice> {
  const { lineKey: key, accountCode } = modelChoices
  const rows = reader
    .select({ key, accountCode, model: modelCalls.model })
    .from(modelChoices)
    .innerJoin(modelCalls, eq(modelCalls.id, modelChoices.callId))
    .where(eq(modelChoices.documentId, documentId))
    .all()
  return new Map(rows.map(row => [row.key, { accountCode: row.accountCode, model: row.model }]))
}

/** Keeps what a model chose; a later choice for the same line replaces it. */
export function keepModelChoice(
  tx: Tx,
  choice: { documentId: DocumentId; lineKey: string; accountCode: string; callId: string },
): void {
  const { accountCode, callId } = choice
  tx.insert(modelChoices)
    .values(choice)
    .onConflictDoUpdate({ target: [modelChoices.documentId, modelChoices.lineKey], set: { accountCode, callId } })
    .run()
}

/**
 * Puts a model's choice first where coding itself is in doubt. Where coding is sure by now (a person has taught it
 * since), or no longer offers that account, its own word stands.
 */
export function withModelChoices(coded: readonly CodedLine[], choices: ReadonlyMap<string, ModelChoice>): CodedLine[] {
  if (choices.size === 0) return [...coded]
  return coded.map(one => {
    const choice = choices.get(lineKey(one.line))
    const chosen = one.suggestions.find(({ accountCode }) => accountCode === choice?.accountCode)
    if (one.isSure || !choice || !chosen) return one
    return chosen === one.suggestions[0] ? { ...one, suggestions: agreed(one, choice) } : preferred(one, chosen, choice)
  })
}

function evidenceOf({ model }: ModelChoice): AccountSuggestion['evidence'][number] {
  return { key: 'model', params: { model } }
}

function agreed({ suggestions }: CodedLine, choice: ModelChoice): AccountSuggestion[] {
  const [first, ...others] = suggestions
  if (!first) return []
  const probability = Math.max(first.probability, chosenByModel)
  return [{ ...first, probability, evidence: [...first.evidence, evidenceOf(choice)] }, ...others]
}

function preferred(one: CodedLine, chosen: AccountSuggestion, choice: ModelChoice): CodedLine {
  const left = 1 - chosenByModel
  const others = one.suggestions.filter(other => other !== chosen)
  const sum = others.reduce((total, { probability }) => total + probability, 0)
  const shrink = sum > left ? left / sum : 1
  const evidence = [evidenceOf(choice), ...chosen.evidence]
  return {
    ...one,
    suggestions: [
      { ...chosen, probability: chosenByModel, evidence },
      ...others.map(other => ({ ...other, probability: other.probability * shrink })),
    ],
    stages: one.stages && { family: chosenByModel, subfamily: chosenByModel, account: chosenByModel },
  }
}
