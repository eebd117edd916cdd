/** What one life of an engine is told; crosses to its process as JSON. */
export interface Life {
  readonly dataFolder: string
  /** Folder of the files to take in; those already acknowledged are not taken again. */
  readonly incoming: string
  /** File to which the life appends what it told somebody, one line each. */
  readonly acks: string
  /** Where bills go; without it the day ends at the approval. */
  readonly ledger: { readonly url: string; readonly apiKey: string } | null
  /** Name of the moment at which the process kills itself, as the power would; null for a life that goes on. */
  readonly dieAt: string | null
  /** Milliseconds by which this life's clock is ahead of the machine's. */
  readonly aheadMs: number
  /** Tells every moment that was reached, once, in the acknowledgements. */
  readonly tellsMoments: boolean
  /** Puts the books into a vault or, where they are in it, takes them out, once it can be used. */
  readonly changesVault: boolean
  /** Durability as the library has it when nothing is said: the guard that shows that the proof can fail. */
  readonly isCareless: boolean
}

/** What opens the vault of every life. */
export const vaultPassphrase = 'siete limones en la mesa'

/** Exit code of a life whose books could not be opened, with a code that tells a person why. */
export const couldNotOpen = 3

/** What a life sends its parent once its engine can be asked something. */
export interface UsableMessage {
  /** What the process has used of the processor so far, in milliseconds. */
  readonly cpuMs: number
}

export type AckKind = 'usable' | 'received' | 'approved' | 'posted' | 'reached' | 'done'

/** Something a person, or a program, was told: from here on it must not be lost. */
export interface Ack {
  readonly kind: AckKind
  /** File name of a document, or name of a moment. */
  readonly about: string
}

/** A line cut off by a kill told nobody anything. */
export function parseAcks(text: string): Ack[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map(line => {
      const [kind = '', ...about] = line.split(' ')
      return { kind: kind as AckKind, about: about.join(' ') }
    })
}
