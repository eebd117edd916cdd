import type { EpochMs } from '../shared/ids'
import type { DecisionContext } from './decisions/context'
import { putQuestions } from './decisions/model-steps'
import { recordReading } from './decisions/record-reading'
import { recordStepFailure, recordStepRecovery } from './decisions/step-failure'
import { applyRules, checkDocument, codeDocument, routeDocument } from './decisions/steps'
import type { Steps } from './queue/steps'
import { readOptionsOf } from './read-options'

/** What the queue does in each step with the company's documents, each under the preferences of its moment. */
export function stepsOf(contextAt: (now: EpochMs) => DecisionContext): Steps {
  return {
    readOptions: readOptionsOf,
    recordReading: (tx, id, reading, blobs, now) => recordReading(tx, id, reading, blobs, contextAt(now)),
    recordFailure: (tx, id, failure, now) => recordStepFailure(tx, id, failure, contextAt(now)),
    recordRecovery: (tx, id, step, now) => recordStepRecovery(tx, id, step, contextAt(now)),
    check: (tx, id, now) => checkDocument(tx, id, contextAt(now)),
    code: (tx, id, now) => codeDocument(tx, id, contextAt(now)),
    route: (tx, id, now) => routeDocument(tx, id, contextAt(now)),
    rules: (tx, id, now) => applyRules(tx, id, contextAt(now)),
    askModel: (tx, id, now) => putQuestions(tx, id, contextAt(now)),
  }
}
