/** How much longer than its processor time a piece of work may take before it counts as one that never ends. */
const wallFactor = 5

/** A look after a longer pause than this says nothing about the work: the machine slept, or whoever looks was held up. */
const longestTickMs = 1_000

/**
 * What a piece of work may use, in milliseconds of processor time: a busy or slow machine must not turn an innocent document
 * into a hostile one. Work that uses no processor ends too, {@link wallFactor} times later.
 */
export class Allowance {
  #cpuMs = 0
  #wallMs = 0

  constructor(private readonly ms: number) {}

  /** Starts anew: there was a sign of life. */
  refresh(): void {
    this.#cpuMs = 0
    this.#wallMs = 0
  }

  /** Notes what was used since the last look. */
  spend({ cpuMs, wallMs }: Spent): void {
    this.#cpuMs += Math.min(cpuMs, longestTickMs)
    this.#wallMs += Math.min(wallMs, longestTickMs)
  }

  get isUsedUp(): boolean {
    return this.#cpuMs >= this.ms || this.#wallMs >= this.ms * wallFactor
  }
}

/** What was used between two looks, in milliseconds. */
export interface Spent {
  readonly cpuMs: number
  readonly wallMs: number
}

/** Tells what was used since it was last asked. */
export class Meter {
  #cpu: number | undefined
  #wall: number

  /** @param cpuMs processor time so far; undefined where the system does not tell: then the clock counts */
  constructor(cpuMs: number | undefined, nowMs: number) {
    this.#cpu = cpuMs
    this.#wall = nowMs
  }

  read(cpuMs: number | undefined, nowMs: number): Spent {
    const wallMs = nowMs - this.#wall
    const spent = { cpuMs: cpuMs === undefined ? wallMs : cpuMs - (this.#cpu ?? cpuMs), wallMs }
    this.#cpu = cpuMs
    this.#wall = nowMs
    return spent
  }
}
