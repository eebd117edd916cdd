import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** One socket of the internet protocols that a process holds. */
export interface HeldSocket {
  readonly pid: number
  /** `tcp`, `tcp6`, `udp` or `udp6`. */
  readonly protocol: string
  readonly localPort: number
  readonly remotePort: number
}

/** Every process below one, itself first. Linux only. */
export function processTree(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = /^PPid:\s+(\d+)$/m.exec(readIfThere(`/proc/${name}/status`))?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}

/** The internet sockets these processes hold, connected, listening or merely open. Linux only. */
export function socketsOf(pids: readonly number[]): HeldSocket[] {
  return pids.flatMap(pid => {
    const inodes = new Set(inodesOf(pid))
    return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap(protocol =>
      readIfThere(`/proc/${pid}/net/${protocol}`)
        .split('\n')
        .slice(1)
        .map(line => line.trim().split(/\s+/))
        .filter(columns => inodes.has(columns[9] ?? ''))
        .map(([, local = '', remote = '']) => ({
          pid,
          protocol,
          localPort: portOf(local),
          remotePort: portOf(remote),
        })),
    )
  })
}

function inodesOf(pid: number): string[] {
  let names: string[]
  try {
    names = readdirSync(`/proc/${pid}/fd`)
  } catch {
    // It ended meanwhile.
    return []
  }
  return names.flatMap(name => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${name}`))?.[1] ?? []
    } catch {
      // Closed meanwhile.
      return []
    }
  })
}

function portOf(address: string): number {
  return Number.parseInt(address.split(':')[1] ?? '', 16)
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // The process ended meanwhile.
    return ''
  }
}
