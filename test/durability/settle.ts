import type { DocumentId } from '../../src/shared/ids'
import type { Engine } from '../../src/engine/engine'
import { ask } from '../engine-on-disk'

const costAccount = '601.55'

/** Does what a person would: one account, the vendor made, and what does not concern posting waived. */
export async function settle(engine: Engine, documentId: DocumentId): Promise<void> {
  await ask(engine, 'document.setAccount', { documentIds: [documentId], accountCode: costAccount })
  for (let round = 0; round < 8; round++) {
    const { issues } = await ask(engine, 'document.get', { documentId })
    const issue = issues.find(each => each.state === 'open')
    if (!issue) return
    const made = issue.suggestions.find(({ fix }) => fix.type === 'create_vendor' || fix.type === 'choose_vendor')
    const fix = made?.fix ?? { type: 'waive', reason: 'seen' }
    // Somebody else (an invoice beside it) may have settled it meanwhile.
    await engine.call('issue.applyFix', { issueId: issue.id, fix, note: 'seen' })
  }
}
