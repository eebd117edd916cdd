import { create, type StateCreator } from 'zustand'
import {
  PolicyBody,
  type Autopilot,
  type AutopilotHistory,
  type AutopilotView,
  type Condition,
  type PolicyView,
  type RemovedPolicyView,
  type RemovedRuleView,
  type RuleBody,
  type RuleView,
  type RunMode,
} from '../../../shared/automation'
import type { PolicyId, RuleId, VendorId } from '../../../shared/ids'
import type { ErrorData, Reply } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { notify, notifyError } from '../parts/toasts'

/** Walks through everything received. */
export type Walk = 'rule' | 'autopilot'
/** Intake number reached, of the last one. */
export interface Walked {
  readonly done: number
  readonly of: number
}

/** What is being written: a new one, or a new version of one there is. */
export type Draft =
  | { readonly kind: 'rule'; readonly id: RuleId | null; readonly mode: RunMode; readonly body: RuleBody }
  | { readonly kind: 'policy'; readonly id: PolicyId | null; readonly isOn: boolean; readonly body: PolicyBody }

/** A change that holds for everything and waits for a second yes. */
export interface Confirmation {
  readonly count: number
  run(): Promise<void>
}

export interface RulesSlice {
  readonly rules: readonly RuleView[]
  readonly removed: readonly RemovedRuleView[]
  readonly policies: readonly PolicyView[]
  readonly removedPolicies: readonly RemovedPolicyView[]
  readonly autopilot: AutopilotView | null
  /** Null until everything received was looked through. */
  readonly history: AutopilotHistory | null
  /** How far a walk through everything received is; null while none is under way. */
  readonly walked: Readonly<Record<Walk, Walked | null>>
  readonly vendorNames: Readonly<Record<string, string>>
  readonly draft: Draft | null
  readonly draftError: ErrorData | null
  readonly confirmation: Confirmation | null
  load(): Promise<void>
  /** What the autopilot would have meant: takes seconds the first time in large books, so nothing waits for it. */
  loadHistory(): Promise<void>
  hearWalk(walk: Walk, walked: Walked | null): void
  /** What rules did meanwhile; the autopilot's figures, which take longer, stay as they are. */
  recount(): Promise<void>
  edit(draft: Draft | null): void
  nameVendor(id: VendorId, name: string): void
  /** Looks up the names of the vendors that conditions speak of. */
  nameVendorsIn(conditions: readonly Condition[]): Promise<void>
  save(draft: Draft, confirmsEverything?: boolean): Promise<void>
  switchRule(ruleId: RuleId, mode: RunMode, confirmsEverything?: boolean): Promise<void>
  move(kind: Draft['kind'], id: string, direction: 'up' | 'down'): Promise<void>
  remove(kind: Draft['kind'], id: string): Promise<void>
  switchPolicy(policy: PolicyView, isOn: boolean): Promise<void>
  setAutopilot(change: Partial<Autopilot>): Promise<void>
  applyToWaiting(): Promise<void>
  closeConfirmation(): void
}

/** What the Rules screen shows. The engine stays the owner: after every change we ask again. */
export const createRulesSlice =
  (client: Client): StateCreator<RulesSlice> =>
  (set, get) => {
    async function after(reply: Reply<unknown>): Promise<boolean> {
      if (!reply.ok) notifyError(reply.error)
      await get().load()
      return reply.ok
    }

    function asksForConfirmation(error: ErrorData, run: () => Promise<void>): boolean {
      if (error.code !== 'rule_matches_everything') return false
      set({ confirmation: { count: Number(error.params['count'] ?? 0), run } })
      return true
    }

    async function nameVendorsIn(conditions: readonly Condition[]): Promise<void> {
      const ids = conditions.flatMap(condition => (condition.on === 'vendor' ? condition.vendorIds : []))
      const unknown = ids.filter(id => get().vendorNames[id] === undefined)
      const replies = await Promise.all(unknown.map(vendorId => client.call('vendor.get', { vendorId })))
      const found = replies.flatMap(reply => (reply.ok ? [[reply.value.id, reply.value.name] as const] : []))
      if (found.length > 0) set({ vendorNames: { ...get().vendorNames, ...Object.fromEntries(found) } })
    }

    return {
      rules: [],
      removed: [],
      policies: [],
      removedPolicies: [],
      autopilot: null,
      history: null,
      walked: { rule: null, autopilot: null },
      vendorNames: {},
      draft: null,
      draftError: null,
      confirmation: null,
      async load() {
        const [rules, removed, policies, removedPolicies, autopilot] = await Promise.all([
          client.call('rule.list'),
          client.call('rule.removed'),
          client.call('policy.list'),
          client.call('policy.removed'),
          client.call('autopilot.get'),
        ])
        if (rules.ok) set({ rules: rules.value.rules })
        if (removed.ok) set({ removed: removed.value.rules })
        if (policies.ok) set({ policies: policies.value.policies })
        if (removedPolicies.ok) set({ removedPolicies: removedPolicies.value.policies })
        if (autopilot.ok) set({ autopilot: autopilot.value })
        void get().loadHistory()
        const worded = [...get().rules, ...get().removed, ...get().policies, ...get().removedPolicies]
        await nameVendorsIn(worded.flatMap(one => one.conditions))
      },
      async loadHistory() {
        const reply = await client.call('autopilot.history')
        get().hearWalk('autopilot', null)
        if (reply.ok) set({ history: reply.value })
        else notifyError(reply.error)
      },
      hearWalk: (walk, walked) => set({ walked: { ...get().walked, [walk]: walked } }),
      async recount() {
        const reply = await client.call('rule.list')
        if (reply.ok) set({ rules: reply.value.rules })
      },
      nameVendorsIn,
      edit: draft => set({ draft, draftError: null }),
      nameVendor: (id, name) => set({ vendorNames: { ...get().vendorNames, [id]: name } }),
      async save(draft, confirmsEverything = false) {
        const reply =
          draft.kind === 'rule'
            ? await client.call('rule.save', {
                ...{ ruleId: draft.id, mode: draft.mode, body: draft.body },
                confirmsEverything,
              })
            : await client.call('policy.save', { policyId: draft.id, isOn: draft.isOn, body: draft.body })
        if (reply.ok) {
          set({ draft: null, draftError: null })
          return get().load()
        }
        if (!asksForConfirmation(reply.error, () => get().save(draft, true))) set({ draftError: reply.error })
      },
      async switchRule(ruleId, mode, confirmsEverything = false) {
        const reply = await client.call('rule.switch', { ruleId, mode, confirmsEverything })
        if (!reply.ok && asksForConfirmation(reply.error, () => get().switchRule(ruleId, mode, true))) return
        await after(reply)
      },
      async move(kind, id, direction) {
        const found = kind === 'rule' ? get().rules.find(rule => rule.id === id) : undefined
        const policy = kind === 'policy' ? get().policies.find(one => one.id === id) : undefined
        if (found) await after(await client.call('rule.move', { ruleId: found.id, direction }))
        if (policy) await after(await client.call('policy.move', { policyId: policy.id, direction }))
      },
      async remove(kind, id) {
        const rule = kind === 'rule' ? get().rules.find(one => one.id === id) : undefined
        const policy = kind === 'policy' ? get().policies.find(one => one.id === id) : undefined
        if (rule) await after(await client.call('rule.remove', { ruleId: rule.id }))
        if (policy) await after(await client.call('policy.remove', { policyId: policy.id }))
      },
      async switchPolicy(policy, isOn) {
        const body = PolicyBody.parse(policy)
        await after(await client.call('policy.save', { policyId: policy.id, isOn, body }))
      },
      async setAutopilot(change) {
        const now = get().autopilot
        if (!now) return
        const { mode, bar, exceptVendorIds } = now
        const reply = await client.call('autopilot.set', { mode, bar, exceptVendorIds, ...change })
        if (!reply.ok) return notifyError(reply.error)
        set({ autopilot: reply.value })
        await get().loadHistory()
      },
      async applyToWaiting() {
        const reply = await client.call('rule.applyToWaiting')
        if (!reply.ok) return notifyError(reply.error)
        notify({ text: ({ t }) => t('rules.applied', { count: reply.value.documents }), tone: 'good' })
        await get().load()
      },
      closeConfirmation: () => set({ confirmation: null }),
    }
  }

export const useRules = create<RulesSlice>()(createRulesSlice(engine))

/** An empty rule, ready to be written. */
export function newRule(): Draft {
  return { kind: 'rule', id: null, mode: 'shadow', body: { name: '', conditions: [], actions: [{ do: 'approve' }] } }
}

export function newPolicy(): Draft {
  const body = { name: '', conditions: [], steps: [{ people: [] }], fourEyes: false }
  return { kind: 'policy', id: null, isOn: true, body }
}
