import { asc, inArray } from 'drizzle-orm'
import type { HandlersOf } from '../../shared/contract'
import type { automationCalls } from '../../shared/contract/automation'
import type { RuleBody, RunMode } from '../../shared/automation'
import { AppError } from '../../shared/result'
import { decidedHistory, type DecidedHistory } from '../automation/autopilot-history'
import { autopilotHistory, autopilotView } from '../automation/autopilot-view'
import { setAutopilot } from '../automation/autopilot'
import { holdForAll, tryOnHistory } from '../automation/history-trial'
import {
  asksPeople,
  movePolicy,
  policyVersions,
  policyViews,
  removedPolicies,
  removePolicy,
  savePolicy,
} from '../automation/policies-store'
import {
  moveRule,
  removedRules,
  removeRule,
  requireNoRuleRoutes,
  ruleById,
  ruleViews,
  saveRule,
  switchRule,
  versionsOf,
} from '../automation/rules-store'
import type { DecisionContext } from '../decisions/context'
import type { EngineCore } from '../engine'
import { sittingActor } from '../people/sitting'
import { documents } from '../store/schema'
import type { Store } from '../store/open'
import { write, type Tx } from '../store/write'
import { changesOn } from './changes'

/** A rule that holds for all of so few documents need not mean everything. */
const fewDocuments = 20

/** Rules, approval policies and the autopilot. */
export function automationHandlers(core: EngineCore): HandlersOf<typeof automationCalls> {
  const db = () => core.company().store.db
  const { automateEach } = changesOn(core)

  function change<T>(decision: (tx: Tx, ctx: DecisionContext) => T): T {
    const { store, context } = core.company()
    const value = write(store, tx => decision(tx, context(sittingActor(tx))))
    core.announce('automation.changed', {})
    return value
  }

  let trial = new AbortController()
  const telling = (walk: 'rule' | 'autopilot') => ({
    tell: (done: number, of: number) => core.announce('history.walked', { walk, done, of }),
  })

  // Forgotten with the books it is about.
  const histories = new WeakMap<Store, DecidedHistory>()
  function historyOf(store: Store): DecidedHistory {
    const history = histories.get(store) ?? decidedHistory(store.db)
    histories.set(store, history)
    return history
  }

  const context = () => core.company().context(sittingActor(db()))

  /** @throws AppError `rule_matches_everything` (params `count`) */
  async function requireLimits({ conditions }: RuleBody, mode: RunMode): Promise<void> {
    if (mode !== 'on') return
    const count = await holdForAll(db(), conditions, context())
    if (count === null || (conditions.length > 0 && count < fewDocuments)) return
    throw new AppError('rule_matches_everything', { count })
  }

  function waitingIds() {
    return db()
      .select({ id: documents.id })
      .from(documents)
      .where(inArray(documents.state, ['needs_review', 'ready']))
      .orderBy(asc(documents.intakeNumber))
      .all()
      .map(row => row.id)
  }

  return {
    'rule.list': () => ({ rules: ruleViews(db()) }),
    'rule.removed': () => ({ rules: removedRules(db()) }),
    'rule.versions': ({ ruleId }) => ({ versions: versionsOf(db(), ruleId) }),
    'rule.try'({ body }) {
      // Whoever asks again wants the new answer only.
      trial.abort()
      trial = new AbortController()
      return tryOnHistory(db(), body, context(), { signal: trial.signal, ...telling('rule') })
    },
    'rule.stopTrial'() {
      trial.abort()
      return {}
    },
    async 'rule.save'({ confirmsEverything, ...input }) {
      if (!confirmsEverything) await requireLimits(input.body, input.mode)
      return { ruleId: change((tx, ctx) => saveRule(tx, input, ctx)) }
    },
    async 'rule.switch'({ ruleId, mode, confirmsEverything }) {
      if (!confirmsEverything) await requireLimits(ruleById(db(), ruleId).body, mode)
      change((tx, ctx) => switchRule(tx, ruleId, mode, ctx))
      return {}
    },
    'rule.move'({ ruleId, direction }) {
      change((tx, ctx) => moveRule(tx, ruleId, direction, ctx))
      return {}
    },
    'rule.remove'({ ruleId }) {
      change((tx, ctx) => removeRule(tx, ruleId, ctx))
      return {}
    },
    async 'rule.applyToWaiting'() {
      const changed = await automateEach(waitingIds())
      core.announce('automation.changed', {})
      return { documents: changed }
    },
    'policy.list': () => ({ policies: policyViews(db()) }),
    'policy.removed': () => ({ policies: removedPolicies(db()) }),
    'policy.versions': ({ policyId }) => ({ versions: policyVersions(db(), policyId) }),
    'policy.save': input => ({
      policyId: change((tx, ctx) => {
        if (input.policyId !== null && !asksPeople(input)) requireNoRuleRoutes(tx, input.policyId)
        return savePolicy(tx, input, ctx)
      }),
    }),
    'policy.move'({ policyId, direction }) {
      change((tx, ctx) => movePolicy(tx, policyId, direction, ctx))
      return {}
    },
    'policy.remove'({ policyId }) {
      change((tx, ctx) => {
        requireNoRuleRoutes(tx, policyId)
        removePolicy(tx, policyId, ctx)
      })
      return {}
    },
    'autopilot.get': () => autopilotView(db()),
    async 'autopilot.history'() {
      return autopilotHistory(db(), await historyOf(core.company().store).ask(telling('autopilot')))
    },
    'autopilot.set'(input) {
      change((tx, ctx) => setAutopilot(tx, input, ctx))
      return autopilotView(db())
    },
  }
}
