import { fork } from 'node:child_process'
import { once } from 'node:events'

/**
 * Processes that read the same page at the same time, started from this bench with `--reader`. Each warms up first, so that what
 * is measured is reading only.
 * @param count   processes at once
 * @param rounds  pages each of them reads
 * @returns pages per second of all of them together
 */
export async function readersAtOnce(count: number, rounds: number, args: readonly string[]): Promise<number> {
  const script = process.argv[1]
  if (script === undefined) throw new Error('The bench does not know its own file.')
  const readers = Array.from({ length: count }, () => fork(script, [...args, '--reader'], { stdio: 'inherit' }))
  await Promise.all(readers.map(reader => once(reader, 'message')))
  const start = performance.now()
  const done = readers.map(reader => once(reader, 'message'))
  for (const reader of readers) reader.send({ rounds })
  await Promise.all(done)
  const seconds = (performance.now() - start) / 1000
  for (const reader of readers) reader.kill()
  return (count * rounds) / seconds
}

/** The other end: says that it is warm, reads as often as it is told, says that it is done. */
export async function serveAsReader(read: () => Promise<unknown>): Promise<never> {
  await read()
  process.send?.('warm')
  const [{ rounds }] = (await once(process, 'message')) as [{ rounds: number }]
  for (let round = 0; round < rounds; round += 1) await read()
  process.send?.('done')
  await once(process, 'disconnect')
  process.exit(0)
}
