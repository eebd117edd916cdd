import type { Migration } from './index'

/** Metrics tell how long steps took from what ended since somebody asked last, not from a second account of it. */
export const endsOfSteps: Migration = {
  up(raw) {
    raw.exec('CREATE INDEX step_runs_ended ON step_runs (ended_at, result, step, started_at)')
  },
}
