/** What a command's end means to a script. A public interface: docs/cli.md. */
export const exitCodes = {
  /** Everything asked for was done. Documents that wait for a person are no failure. */
  done: 0,
  /** Done in part: a file was refused, could not be read, a bill was not posted, a document not approved. */
  partly: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** Nothing was done: the books cannot be opened, the disk is full, the ledger does not answer. */
  stopped: 3,
  /** `verify` found something that must not be. */
  unsound: 4,
  /** Ended by Ctrl+C; what was received stays and is read next time. */
  interrupted: 130,
} as const

/** `health` ends as programs that watch machines expect (0 fine, 1 look at it, 2 act), so 2 does not mean usage there. */
export const healthExitCodes = { ok: 0, attention: 1, broken: 2 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
