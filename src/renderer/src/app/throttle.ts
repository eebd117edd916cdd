/**
 * Lets a burst of announcements through as one: at once the first time, then at most once per interval, the last one
 * never lost.
 * @param everyMs interval in milliseconds
 */
export function throttle(run: () => void, everyMs: number): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let again = false
  const tick = () => {
    waiting = undefined
    if (!again) return
    again = false
    start()
  }
  const start = () => {
    waiting = setTimeout(tick, everyMs)
    run()
  }
  return () => {
    if (waiting === undefined) start()
    else again = true
  }
}
