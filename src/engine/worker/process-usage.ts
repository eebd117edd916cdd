import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a process holds and has used up. */
export interface ProcessUsage {
  /** Real memory, in bytes. */
  readonly rssBytes: number
  /** Time its threads have had a processor since it started, in milliseconds; left out where the system does not tell. */
  readonly cpuMs?: number
}

/** `undefined` when the process is gone or the system will not say. */
export type UsageOf = (pid: number) => ProcessUsage | undefined | Promise<ProcessUsage | undefined>

/** How a worker is looked at, and how often. */
export interface ProcessWatch {
  readonly usageOf: UsageOf
  readonly everyMs: number
}

/**
 * How this system tells what a process uses, and how often asking is cheap enough. Windows has no cheap way from outside:
 * there the guard thread inside the worker watches alone.
 */
export function processWatch(platform: NodeJS.Platform = process.platform): ProcessWatch {
  if (platform === 'linux') return { usageOf: fromProc, everyMs: 50 }
  if (platform === 'darwin') return { usageOf: fromPs, everyMs: 500 }
  return { usageOf: () => undefined, everyMs: 1_000 }
}

// Linux counts processor time in hundredths of a second on every machine Electron runs on (USER_HZ).
const tickMs = 10

function fromProc(pid: number): ProcessUsage | undefined {
  let status: string
  let stat: string
  try {
    status = readFileSync(`/proc/${pid}/status`, 'latin1')
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
  } catch {
    // The process ended between two looks; its exit is reported elsewhere.
    return undefined
  }
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kibibytes === undefined) return undefined
  // The name in parentheses may hold blanks; user and system time are the 12th and 13th figures after it.
  const figures = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { rssBytes: Number(kibibytes) * 1024, cpuMs: (Number(figures[11]) + Number(figures[12])) * tickMs }
}

function fromPs(pid: number): Promise<ProcessUsage | undefined> {
  return new Promise(resolve => {
    execFile('/bin/ps', ['-o', 'rss=,time=', '-p', String(pid)], (error, out) => {
      const [kibibytes, time] = out.trim().split(/\s+/)
      if (error !== null || !(Number(kibibytes) > 0)) return resolve(undefined)
      // "1:02.50", and "1:01:02.50" after an hour.
      const seconds = (time ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
      resolve({
        rssBytes: Number(kibibytes) * 1024,
        ...(Number.isFinite(seconds) ? { cpuMs: seconds * 1000 } : {}),
      })
    })
  })
}
