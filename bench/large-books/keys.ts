import type { Page } from 'playwright'
import { distributionOf, type Distribution } from '../parts/statistics'

interface Watched {
  keyPaints: number[]
}

/** Notes, for every key pressed from now on, how long the page took to show its effect (the browser's event timing). */
export async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = window as unknown as Watched
    watched.keyPaints = []
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') watched.keyPaints.push(entry.duration)
      // Durations come in steps of 8 ms, and keys answered within 16 ms are not reported at all.
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
}

/** @returns of the keys that took 16 ms or longer: how long until the paint */
export async function measureKeys(page: Page): Promise<Distribution> {
  return distributionOf(await page.evaluate(() => [16, ...(window as unknown as Watched).keyPaints]))
}
