/**
 * What may go wrong with one call at the server or on its way back. `after` kinds do the work first, so that the
 * caller cannot know it was done.
 */
export const faultKinds = [
  'drop_before',
  'drop_after',
  'server_error_before',
  'server_error_after',
  'bad_gateway_before',
  'bad_gateway_after',
  'unavailable_before',
  'throttled',
  'throttled_plain_header',
  'throttled_without_header',
  'unauthorized',
  'html_before',
  'html_after',
  'truncated_after',
  'half_body_after',
  'trickle_after',
  'wrong_shape_after',
  'redirect_elsewhere',
  'silent_before',
  'silent_after',
] as const

export type FaultKind = (typeof faultKinds)[number] | 'wrong_total' | 'empty_list' | 'race'

export interface Fault {
  readonly kind: FaultKind
  readonly method: string
  /** A route pattern, e.g. `/api/bills/:id`. */
  readonly pattern: string
  /** How many matching calls it hits; the default is one. */
  readonly times?: number
}

/** The work is not done at all: something between client and server answered, or nothing did. */
export const heldBack: ReadonlySet<FaultKind> = new Set([
  'drop_before',
  'silent_before',
  'html_before',
  'redirect_elsewhere',
  'bad_gateway_before',
  'unavailable_before',
])

/** Faults waiting for their call; each is used up by the calls it hits. */
export function createFaults() {
  const waiting: { fault: Fault; left: number }[] = []
  return {
    add(fault: Fault): void {
      waiting.push({ fault, left: fault.times ?? 1 })
    },
    clear(): void {
      waiting.length = 0
    },
    /** How many hits are still to come. */
    pending(): number {
      return waiting.reduce((sum, each) => sum + each.left, 0)
    },
    take(method: string, pattern: string): FaultKind | undefined {
      const hit = waiting.find(each => each.left > 0 && each.fault.method === method && each.fault.pattern === pattern)
      if (!hit) return undefined
      hit.left--
      return hit.fault.kind
    },
  }
}
