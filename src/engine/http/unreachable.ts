/** Failures after which the server cannot have seen the request, because no connection was made. */
const neverLeft: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

export function mayHaveArrived(reason: string): boolean {
  return !neverLeft.has(reason)
}

/** The system's code of what went wrong, e.g. `ECONNRESET`; `fetch` hides it in the cause. */
export function reasonOf(thrown: unknown): string {
  let reason = thrown instanceof Error ? thrown.name : 'unknown'
  for (let at: unknown = thrown; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') reason = at.code
  }
  return reason.slice(0, 60)
}
