import { SingleBar } from 'cli-progress'
import type { ProgressView } from '../../shared/contract'
import type { Terminal } from './terminal'

const everyMs = 200

/** A progress bar on standard error while a person watches; silent otherwise. */
export function startProgress(terminal: Terminal, progress: () => ProgressView): { stop(): void } {
  if (!terminal.isWatched) return { stop: () => undefined }
  const bar = new SingleBar({
    format: '{bar} {value} of {total} · {rate} · {eta_formatted}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
  })
  bar.start(0, 0, { rate: '' })
  const timer = setInterval(() => {
    const { done, of, rate } = progress()
    bar.setTotal(of)
    bar.update(done, { rate: rate === null ? '' : `${rate.toFixed(1)}/s` })
  }, everyMs)
  return {
    stop() {
      clearInterval(timer)
      bar.stop()
    },
  }
}
