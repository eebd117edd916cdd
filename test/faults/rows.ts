import type { Call } from './network-faults'

/** A row of a matrix: one fault at one call, or one moment to be killed at. */
export interface Row<P> {
  readonly title: string
  /** Column and line of the printed table. */
  readonly fault: string
  readonly call: string
  plan(seed: number): P
}

/** How rows are called: words before the call in the title, and the line of the table. */
interface Names {
  readonly titled?: string
  readonly lined?: (what: string) => string
}

const asIs = (what: string) => what

/** A row for each of the faults at each of the calls. */
export function faultsAt<P, F extends string, C extends Call>(
  calls: readonly C[],
  faults: readonly F[],
  plan: (seed: number, fault: F, call: C) => P,
  { titled = '', lined = asIs }: Names = {},
): Row<P>[] {
  return calls.flatMap(call =>
    faults.map(fault => ({
      title: `${titled}${call.method} ${call.pattern}: ${fault}`,
      fault,
      call: lined(`${call.method} ${call.pattern.replace('/api', '')}`),
      plan: (seed: number) => plan(seed, fault, call),
    })),
  )
}

/** A row for each of the moments to be killed at. */
export function killsAt<P, M extends string>(
  moments: readonly M[],
  plan: (seed: number, killedAt: M) => P,
  { titled = '', lined = asIs }: Names = {},
): Row<P>[] {
  return moments.map(killedAt => ({
    title: `${titled}killed at ${killedAt}`,
    fault: 'killed',
    call: lined(`killed at ${killedAt}`),
    plan: (seed: number) => plan(seed, killedAt),
  }))
}
