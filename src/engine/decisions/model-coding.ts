import { toDecimal, type MinorUnits } from '../../shared/money'
import type { DocumentId } from '../../shared/ids'
import { chosenAccounts, codingQuestion, CodingExpected, type LineToCode } from '../model/coding-question'
import type { Question } from '../model/question'
import { isNoBill } from '../pipeline/check/check-payable'
import { loadVendorMemory } from '../vendors/memory'
import { documentById } from '../store/documents'
import type { Reader, Tx } from '../store/write'
import { booksSomething, undecidedLines } from './code-document'
import type { DecisionContext } from './context'
import { findInvoice } from './load'
import { keepModelChoice, lineKey, modelChoicesOf } from './model-choices'

/**
 * What to ask a model about a document's lines: those coding is in doubt about and no person has decided.
 *
 * @returns `undefined` when there is nothing (left) to ask
 */
export function askAboutLines(reader: Reader, documentId: DocumentId, ctx: DecisionContext): Question | undefined {
  const invoice = findInvoice(reader, documentId)
  if (!invoice || documentById(reader, documentId).state !== 'needs_review' || isNoBill(invoice.documentType)) return
  const asked = modelChoicesOf(reader, documentId)
  const lines = new Map<string, LineToCode>()
  for (const coded of undecidedLines(reader, invoice, ctx)) {
    const { line, suggestions, isSure } = coded
    const key = lineKey(line)
    // One candidate is no choice.
    if (isSure || !booksSomething(coded) || suggestions.length < 2 || asked.has(key)) continue
    const amount = line.lineTotal === null ? null : toDecimal(line.lineTotal as MinorUnits, invoice.currency)
    const { description, classificationCode: productCode, quantity } = line
    const accounts = suggestions.map(({ accountCode }) => accountCode)
    lines.set(key, { key, description, productCode, quantity, amount, accounts })
  }
  if (lines.size === 0) return
  const { settings, chart } = ctx
  return codingQuestion(
    {
      lines: [...lines.values()],
      vendor: invoice.sellerName ?? '',
      currency: invoice.currency,
      isCreditNote: invoice.documentType === 'credit_note',
      // This vendor's only: what others sell us is none of this question's business.
      decided: invoice.vendorId === null ? [] : loadVendorMemory(reader, invoice.vendorId).examples,
    },
    { profile: settings.companyProfile, country: settings.country, chart },
  )
}

/** Keeps the accounts a model chose among those offered; anything else it said is dropped. @returns how many counted */
export function recordChoices(
  tx: Tx,
  documentId: DocumentId,
  { callId, expected, answer }: { callId: string; expected: unknown; answer: unknown },
): number {
  const chosen = chosenAccounts(answer, CodingExpected.parse(expected))
  for (const { key, accountCode } of chosen) keepModelChoice(tx, { documentId, lineKey: key, accountCode, callId })
  return chosen.length
}
