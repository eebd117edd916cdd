import { cpus, totalmem } from 'node:os'

/** What the figures of a report were measured on. */
export function describeMachine(): Record<string, string | number> {
  const [processor] = cpus()
  return {
    processor: processor?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    electron: process.versions['electron'] ?? 'none',
  }
}
