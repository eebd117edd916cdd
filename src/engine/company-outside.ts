import type { DocumentId } from '../shared/ids'
import type { Settings } from '../shared/settings'
import { createMetrics, type Metrics } from './analytics/metrics/metrics'
import { createTelemetry, type Telemetry } from './analytics/telemetry/telemetry'
import type { CompanyPreferences } from './company-preferences'
import { reachNothing } from './crash-points'
import { modelActor, modelStepsOf } from './decisions/model-steps'
import type { EngineHost } from './host'
import type { NetworkGate } from './http/network-gate'
import { withKeyFiles } from './key-file'
import { pictureDrawer } from './model-pictures'
import { createOutsideModel, type OutsideModel } from './model/outside-model'
import { loadModels, type PricedModel } from './model/prices'
import { createPaperlessSync, type PaperlessSync } from './paperless/paperless-sync'
import type { Announce } from './queue/announcer'
import type { Queue } from './queue/run'
import { createSending, type Sending } from './sending'
import type { Blobs } from './store/blobs'
import type { Store } from './store/open'
import { createLedgerSync, type LedgerSync } from './sync/ledger-sync'
import type { Pool } from './worker/pool'

/** What of a company speaks to somebody outside. */
export interface Outside {
  readonly ledger: LedgerSync
  readonly paperless: PaperlessSync
  readonly model: OutsideModel
  readonly metrics: Metrics
  readonly telemetry: Telemetry
  /** All of them together, as far as the network may be used. */
  readonly sending: Sending
}

export interface CompanyOutside extends Outside {
  /** A decision may have put something on its way. */
  documentsChanged(documentIds: readonly DocumentId[]): void
  settingsChanged(settings: Settings): void
}

/** Said aloud: left out, the SDK would ask the environment. */
const vendorAddress = 'https://api.anthropic.com'

interface OutsideParts {
  readonly host: EngineHost
  readonly store: Store
  readonly blobs: Blobs
  readonly pool: Pool
  readonly network: NetworkGate
  readonly preferences: CompanyPreferences
  readonly queue: Queue
  readonly announce: Announce
  /** Who the journal names where nobody decided. */
  readonly machine: string
}

/** Nothing is sent before `sending` is started. */
export function companyOutside(parts: OutsideParts): CompanyOutside {
  const { host, store, blobs, pool, network, preferences, queue, announce, machine } = parts
  const { now, random, log, reach = reachNothing } = host
  const everyLane = { store, keyStore: withKeyFiles(host.keyStore), now, random, log, announce, fetch: network.fetch }

  const ledger = createLedgerSync({
    ...everyLane,
    chart: key => preferences.chart(key),
    checkpoint(point) {
      reach(`ledger.${point}`)
      return Promise.resolve()
    },
  })
  const paperless = createPaperlessSync({
    ...everyLane,
    blobs,
    context: () => preferences.context(machine),
    wakeQueue: () => queue.wake(),
  })
  let models: readonly PricedModel[] | undefined
  const model = createOutsideModel({
    ...everyLane,
    models: () => (models ??= loadModels(host.resourcesFolder)),
    address: host.outsideModelAddress ?? vendorAddress,
    steps: modelStepsOf(() => preferences.context(modelActor), pictureDrawer({ store, blobs, pool, log })),
  })

  const books = { reader: store.db, now, readingRate: () => queue.progress().rate }
  const metrics = createMetrics(books, log)
  const telemetry = createTelemetry(books, host.version, log)

  return {
    ledger,
    paperless,
    model,
    metrics,
    telemetry,
    sending: createSending(network, [
      ledger,
      model,
      paperless,
      { start: () => metrics.start(preferences.settings().metrics), stop: () => metrics.stop() },
      { start: () => telemetry.start(preferences.settings().telemetry), stop: () => telemetry.stop() },
    ]),
    documentsChanged(documentIds) {
      // It may have put a question, a rule may have approved it, and what was decided is written back.
      for (const lane of [model, ledger, paperless]) lane.wake()
      telemetry.hear(documentIds)
    },
    settingsChanged(settings) {
      metrics.follow(settings.metrics)
      telemetry.follow(settings.telemetry)
    },
  }
}
