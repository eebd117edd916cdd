import Anthropic from '@anthropic-ai/sdk'
import { asModelFailure, ModelFailure, type FailureFacts } from './failures'

/** Longest time a vendor's `retry-after` is believed. */
const longestWaitMs = 60 * 60_000

const lane = { scope: 'lane' } as const
const question = { scope: 'question' } as const

/** Limits an organisation set itself: waiting does not help. */
const spendLimits: readonly (string | null)[] = ['enforced_spend_limit_reached', 'contract_spend_limit_reached']

/** What anything the SDK throws means for us. Decided by status and codes, never by the wording of a message. */
export function toModelFailure(thrown: unknown): ModelFailure {
  if (thrown instanceof Anthropic.APIConnectionTimeoutError || thrown instanceof Anthropic.APIUserAbortError) {
    return new ModelFailure('model_unreachable', { reason: 'timeout' }, 'later', lane)
  }
  if (thrown instanceof Anthropic.APIConnectionError) return new ModelFailure('model_unreachable', {}, 'later', lane)
  if (thrown instanceof Anthropic.APIError) return ofStatus(thrown)
  // A proxy's page, a body cut short, broken JSON: no error class of the SDK's own.
  return asModelFailure(thrown)
}

function ofStatus({ status, errorCode, headers }: InstanceType<typeof Anthropic.APIError>): ModelFailure {
  const params = { status: status ?? 0 }
  switch (status) {
    case 401:
      return new ModelFailure('model_unauthorized', params, 'user', lane)
    case 403:
      return new ModelFailure('model_unauthorized', { ...params, reason: 'permission' }, 'user', lane)
    case 402:
      return new ModelFailure('model_billing', params, 'user', lane)
    case 404:
      return new ModelFailure('model_unknown', params, 'user', lane)
    case 413:
      return new ModelFailure('model_too_large', params, 'never', question)
    case 429:
      if (spendLimits.includes(errorCode)) return new ModelFailure('model_billing', params, 'user', lane)
      return new ModelFailure('model_throttled', params, 'later', { ...lane, ...waitAsked(headers) })
    case 400:
      if (errorCode === 'organization_on_hold') return new ModelFailure('model_billing', params, 'user', lane)
      return new ModelFailure('model_refused_request', params, 'never', question)
    case 408:
      return new ModelFailure('model_unreachable', { reason: 'timeout' }, 'later', lane)
    case 409:
      return new ModelFailure('model_overloaded', params, 'later', lane)
    default:
      if (status !== undefined && status < 500)
        return new ModelFailure('model_refused_request', params, 'never', question)
      return new ModelFailure('model_overloaded', params, 'later', { ...lane, ...waitAsked(headers) })
  }
}

/** `retry-after` in seconds; the SDK itself would obey it without an upper limit. */
function waitAsked(headers: Headers | undefined): Pick<FailureFacts, 'waitMs'> {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  if (!Number.isFinite(seconds) || seconds <= 0) return {}
  return { waitMs: Math.min(longestWaitMs, Math.ceil(seconds * 1000)) }
}
