/** The port asked for with `--port`; ends the process where it is none. */
export function portOf(args: readonly string[], usual: number): number {
  const at = args.indexOf('--port')
  const port = at < 0 ? usual : Number(args[at + 1])
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  process.stderr.write('--port needs a number from 0 to 65535\n')
  process.exit(2)
}

/** Ctrl+C and a request to end close the stand-in before the process ends. */
export function closeOnSignal(standIn: { close(): Promise<void> }): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      standIn.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}
