import type { RowChanges } from './snapshot'

/**
 * Notes what a command did to rows that other invoices share (vendors, their names, lessons), so that undoing the
 * command can turn them back too.
 */
export class SharedRows {
  readonly #before = new Map<string, unknown>()
  readonly #after = new Map<string, unknown>()

  /** @param key as in snapshots: "vendor:0192…" */
  note(key: string, before: unknown, after: unknown): void {
    if (!this.#before.has(key)) this.#before.set(key, before ?? null)
    this.#after.set(key, after ?? null)
  }

  /** Adds the notes to what changed on the document itself. */
  mergeInto(changes: RowChanges): RowChanges {
    return {
      before: { ...changes.before, ...Object.fromEntries(this.#before) },
      after: { ...changes.after, ...Object.fromEntries(this.#after) },
    }
  }
}
