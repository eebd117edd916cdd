import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Bytes of real memory a process holds; `undefined` when it is gone or the system will not say. */
export type RssOf = (pid: number) => number | undefined | Promise<number | undefined>

/**
 * How this system tells a process's resident memory, and how often asking is cheap enough. Windows has no cheap way
 * from outside: there the guard thread inside the worker watches alone.
 */
export function residentMemory(platform: NodeJS.Platform = process.platform): { rssOf: RssOf; everyMs: number } {
  if (platform === 'linux') return { rssOf: fromProc, everyMs: 50 }
  if (platform === 'darwin') return { rssOf: fromPs, everyMs: 500 }
  return { rssOf: () => undefined, everyMs: 1_000 }
}

function fromProc(pid: number): number | undefined {
  let status: string
  try {
    status = readFileSync(`/proc/${pid}/status`, 'latin1')
  } catch {
    // The process ended between two looks; its exit is reported elsewhere.
    return undefined
  }
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024
}

function fromPs(pid: number): Promise<number | undefined> {
  return new Promise(resolve => {
    execFile('/bin/ps', ['-o', 'rss=', '-p', String(pid)], (error, out) => {
      const kibibytes = Number(out.trim())
      resolve(error === null && kibibytes > 0 ? kibibytes * 1024 : undefined)
    })
  })
}
