import { z } from 'zod'
import { ReadyFile } from '../activity'
import { Effort, IssueFigures, MetricsStatus, Overview, Period, TimeFigures, VendorFigures } from '../analytics'
import { TelemetryStatus } from '../telemetry'
import { nothing } from './parts'

/** Figures over a period, and what is measured about this installation. */
export const analyticsCalls = {
  'analytics.overview': { input: z.object({ period: Period }), output: Overview },
  'analytics.issues': { input: z.object({ period: Period }), output: IssueFigures },
  'analytics.times': { input: z.object({ period: Period }), output: TimeFigures },
  'analytics.vendors': { input: z.object({ period: Period }), output: VendorFigures },
  /** Every figure of a period as CSV, made ready for `save`. */
  'analytics.export': { input: z.object({ period: Period }), output: ReadyFile },
  'telemetry.status': { input: nothing, output: TelemetryStatus },
  'metrics.status': { input: nothing, output: MetricsStatus },
  /** What a person's work on a document took, as the page counted it. Never leaves the device. */
  'effort.record': { input: Effort, output: nothing },
}
