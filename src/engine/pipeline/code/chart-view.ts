import { fittingPlace, type PlacesFor } from './purposes'
import type { ScoredCandidate } from './scorer'

/** How the candidates for one line look in the chart in force. */
export interface ChartView {
  /** The chart's account for a candidate; undefined where the chart has none. */
  placeOf(candidate: string): string | undefined
  /** For each account of the chart the strongest candidate that leads to it. */
  standIns(scored: readonly ScoredCandidate[]): ReadonlyMap<string, string>
  /** Names a candidate for an account of the chart that nothing but memory leads to. */
  unplaced(account: string): string
  /**
   * Accounts of the chart, each as likely as the strongest candidate that leads to it, best first. Not their sum: many
   * weak guesses that all end in "other expenses" are no reason for it.
   */
  merge(scored: readonly ScoredCandidate[]): readonly ScoredCandidate[]
}

/** The SAT chart: candidates are its accounts. */
export const sameChart: ChartView = {
  placeOf: candidate => candidate,
  standIns: () => new Map(),
  unplaced: account => account,
  merge: scored => scored,
}

const ofChart = 'chart '
const evidenceKept = 6

/** @param description decides where the chart has several accounts for one purpose */
export function chartView(places: PlacesFor, description: string): ChartView {
  const known = new Map<string, string | undefined>()

  function placeOf(candidate: string): string | undefined {
    if (candidate.startsWith(ofChart)) return candidate.slice(ofChart.length)
    if (!known.has(candidate)) known.set(candidate, fittingPlace(places(candidate), description)?.code)
    return known.get(candidate)
  }

  return {
    placeOf,
    unplaced: account => `${ofChart}${account}`,
    standIns(scored) {
      const found = new Map<string, string>()
      for (const { candidate } of scored) {
        const place = placeOf(candidate.account)
        if (place !== undefined && !found.has(place)) found.set(place, candidate.account)
      }
      return found
    },
    merge(scored) {
      const merged = new Map<string, ScoredCandidate>()
      for (const { candidate, share } of scored) {
        const account = placeOf(candidate.account)
        if (account === undefined) continue
        const before = merged.get(account)
        const evidence = [...(before?.candidate.evidence ?? []), ...candidate.evidence].slice(0, evidenceKept)
        if (before) merged.set(account, { ...before, candidate: { ...before.candidate, evidence } })
        else merged.set(account, { candidate: { ...candidate, account, evidence }, share })
      }
      return [...merged.values()]
    },
  }
}
