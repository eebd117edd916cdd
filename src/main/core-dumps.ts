import { writeFileSync } from 'node:fs'

/**
 * Keeps the memory of this process, and of those it starts, out of core dumps: it holds documents and keys. Linux writes
 * a dump that says where it crashed and nothing of what was in memory; other systems write none of their own accord.
 */
export function keepMemoryOutOfCoreDumps(): void {
  if (process.platform !== 'linux') return
  try {
    writeFileSync('/proc/self/coredump_filter', '0')
  } catch {
    // A process that may not be dumped at all may not be told either: its memory stays where it is.
  }
}
