import type { EngineHost } from '../host'
import { processWatch, type ProcessWatch } from './process-usage'

/** Linux tells everybody what a process uses; elsewhere whoever started the workers may know better than we do. */
export function watchOn({ rssOf }: Pick<EngineHost, 'rssOf'>): ProcessWatch {
  const own = processWatch()
  if (process.platform === 'linux' || !rssOf) return own
  const usageOf = (pid: number) => {
    const rssBytes = rssOf(pid)
    return rssBytes === undefined ? undefined : { rssBytes }
  }
  return { usageOf, everyMs: 500 }
}
