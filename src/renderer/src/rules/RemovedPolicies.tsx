import { useCallback } from 'react'
import { PolicyBody, type RemovedPolicyView } from '../../../shared/automation'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { RemovedRow } from './RemovedRow'
import { useRules } from './rules-slice'
import { usePolicySentence } from './use-policy-sentence'

/** Approval policies that ask nobody any more, folded away: what they said, and the way to write one of them again. */
export function RemovedPolicies() {
  const { t } = useText()
  const removed = useRules(state => state.removedPolicies)
  if (removed.length === 0) return null
  return (
    <details className="removed-rules">
      <summary>{t('policies.removed', { count: removed.length })}</summary>
      <ul className="rule-list">
        {removed.map(policy => (
          <RemovedPolicy key={policy.id} policy={policy} />
        ))}
      </ul>
    </details>
  )
}

function RemovedPolicy({ policy }: { readonly policy: RemovedPolicyView }) {
  const sentence = usePolicySentence()
  const { id } = policy
  const askWordings = useCallback(() => engine.call('policy.versions', { policyId: id }), [id])
  return (
    <RemovedRow
      row={policy}
      askWordings={askWordings}
      wording={wording => (
        <p className="rule-sentence">
          {wording.name}: {sentence(wording)}
        </p>
      )}
      // What is written like it is a new policy, which asks nobody until somebody switches it on.
      onWriteAgain={wording =>
        useRules.getState().edit({ kind: 'policy', id: null, isOn: false, body: PolicyBody.parse(wording ?? policy) })
      }
    >
      <p className="rule-sentence">{sentence(policy)}</p>
    </RemovedRow>
  )
}
