import { SingleBar } from 'cli-progress'
import type { ProgressView } from '../../shared/document-counts'
import type { Terminal } from './terminal'

const everyMs = 200

/** A progress bar on standard error while a person watches; silent otherwise. */
export function startProgress(terminal: Terminal, progress: () => ProgressView): { stop(): void } {
  if (!terminal.isWatched) return { stop: () => undefined }
  const bar = new SingleBar({
    format: '{bar} {value} of {total}{outlook}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  })
  bar.start(1, 0, { outlook: '' })
  const timer = setInterval(() => {
    const view = progress()
    bar.setTotal(Math.max(1, view.of))
    bar.update(view.done, { outlook: outlook(view) })
  }, everyMs)
  return {
    stop() {
      clearInterval(timer)
      bar.stop()
    },
  }
}

/** Rate and remaining time, once there is something to go by. */
function outlook({ done, of, rate }: ProgressView): string {
  if (rate === null || rate === 0) return ''
  return ` · ${rate.toFixed(1)}/s · about ${Math.ceil((of - done) / rate)} s`
}
