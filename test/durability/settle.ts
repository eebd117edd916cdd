import type { DocumentId } from '../../src/shared/ids'
import type { Engine } from '../../src/engine/engine'
import { ask } from '../engine-on-disk'

const costAccount = '601.55'
const personsChoice: ReadonlySet<string> = new Set(['create_vendor', 'choose_vendor', 'retry_reading'])

/**
 * Does what a person would: one account, the vendor made, and what does not concern posting waived. A document that was in
 * hand at too many deaths of the engine, and is put before a person for that, is read again.
 */
export async function settle(engine: Engine, documentId: DocumentId): Promise<void> {
  await ask(engine, 'document.setAccount', { documentIds: [documentId], accountCode: costAccount })
  for (let round = 0; round < 8; round++) {
    const { issues } = await ask(engine, 'document.get', { documentId })
    const issue = issues.find(each => each.state === 'open')
    if (!issue) return
    const offered = issue.suggestions.find(({ fix }) => personsChoice.has(fix.type))
    const fix = offered?.fix ?? { type: 'waive', reason: 'seen' }
    // Somebody else (an invoice beside it) may have settled it meanwhile.
    await engine.call('issue.applyFix', { issueId: issue.id, fix, note: 'seen' })
    // Back on the road: it comes again when it has arrived.
    if (fix.type === 'retry_reading') return
  }
}
