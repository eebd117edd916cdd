/** One thing that was done to the disk, or told to somebody, in the order in which it happened. */
export type DiskEvent =
  | { readonly kind: 'write'; readonly path: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'sync' | 'create' | 'unlink' | 'mkdir' | 'rmdir'; readonly path: string }
  | { readonly kind: 'rename'; readonly path: string; readonly to: string }
  | { readonly kind: 'ack'; readonly text: string }

const headBytes = 1 + 3 * 4 + 8

/** Reads what `disk.c` wrote. Shared memory of SQLite is left out: it is made anew at every start. */
export function parseDiskLog(log: Buffer): DiskEvent[] {
  const events: DiskEvent[] = []
  for (let at = 0; at + headBytes <= log.length;) {
    const kind = String.fromCharCode(log.readUInt8(at))
    const [pathBytes, secondBytes, dataBytes] = [1, 5, 9].map(field => log.readUInt32LE(at + field)) as [
      number,
      number,
      number,
    ]
    const offset = Number(log.readBigUInt64LE(at + 13))
    const pathAt = at + headBytes
    const path = log.toString('utf8', pathAt, pathAt + pathBytes)
    const to = log.toString('utf8', pathAt + pathBytes, pathAt + pathBytes + secondBytes)
    const dataAt = pathAt + pathBytes + secondBytes
    if (!path.endsWith('-shm')) events.push(eventOf(kind, path, to, offset, log.subarray(dataAt, dataAt + dataBytes)))
    at = dataAt + dataBytes
  }
  return events
}

const plainKinds = { S: 'sync', C: 'create', U: 'unlink', M: 'mkdir', D: 'rmdir' } as const

function eventOf(kind: string, path: string, to: string, offset: number, bytes: Buffer): DiskEvent {
  if (kind === 'W') return { kind: 'write', path, at: offset, bytes }
  if (kind === 'T') return { kind: 'truncate', path, length: offset }
  if (kind === 'R') return { kind: 'rename', path, to }
  if (kind === 'A') return { kind: 'ack', text: bytes.toString('utf8') }
  if (kind in plainKinds) return { kind: plainKinds[kind as keyof typeof plainKinds], path }
  throw new Error(`the disk log is torn: ${kind}`)
}
