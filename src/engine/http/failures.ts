import type { MessageParams } from '../../shared/result'
import type { Dialect, Server, ServerCall } from './server'
import { ServerFailure, type FailureFacts, type FailureKind } from './server-failure'

/** A failure in the words of this server. */
export function failureOf(
  { dialect }: { readonly dialect: Dialect },
  { method }: Pick<ServerCall, 'method'>,
  kind: FailureKind,
  params: MessageParams,
  facts: Omit<FailureFacts, 'kind' | 'method'>,
): ServerFailure {
  return new ServerFailure(dialect.codes[kind], params, { ...facts, kind, method })
}

/** Something answered that is not the server we know: it may have done what was asked, or never have heard of it. */
export function contractBroken(server: Server, call: ServerCall, params: MessageParams): ServerFailure {
  return failureOf(server, call, 'contract_broken', params, { inDoubt: true })
}
