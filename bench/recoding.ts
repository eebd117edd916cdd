// How long coding 10,000 pending lines anew takes after the company said what it does, and the longest time in which the
// engine answers nothing else: npm run bench -- recoding [--file lines.tsv]
import { mkdtempSync, rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { companyCharts } from '../src/engine/charts/company-charts'
import type { DecisionContext } from '../src/engine/decisions/context'
import { knowledgeOf } from '../src/engine/pipeline/code/chart-coder'
import { parseProfile } from '../src/engine/pipeline/code/profile'
import { askToReassess, isReassessing, keepAssessed } from '../src/engine/reassess'
import { newId } from '../src/engine/store/new-id'
import { openStore, type Store } from '../src/engine/store/open'
import { patchSettings, readSettings } from '../src/engine/store/settings'
import { write } from '../src/engine/store/write'
import { readLabelledLines, type LabelledLine } from './coding/lines'
import { describeMachine } from './parts/machine'
import { fillPending } from './parts/pending-books'
import { distributionOf, round } from './parts/statistics'

const { values: asked } = parseArgs({
  options: {
    file: { type: 'string', default: '../shared/corpus/classification/dev.tsv' },
    lines: { type: 'string', default: '10000' },
  },
})
const { lines } = readLabelledLines(asked.file)
const resources = join(process.cwd(), 'resources')
const start = Date.UTC(2026, 6, 1)
const pendingLines = Number(asked.lines)

function contextOf(store: Store): DecisionContext {
  const settings = readSettings(store.db)
  const chart = companyCharts(store.db, resources).of(settings.chart)
  let now = start
  return { now, actor: 'engine bench', settings, chart, newId: <T extends string>() => newId<T>((now += 1)) }
}

const processorMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * Milliseconds between two turns of the loop: by the clock, and of the processor, which does not count what other
 * programs of a busy machine took in between.
 */
function watchLoop() {
  const blocks: { clock: number; processor: number }[] = []
  let [clock, processor] = [performance.now(), processorMs()]
  const timer = setInterval(() => {
    const [nowClock, nowProcessor] = [performance.now(), processorMs()]
    blocks.push({ clock: nowClock - clock, processor: nowProcessor - processor })
    ;[clock, processor] = [nowClock, nowProcessor]
  }, 1)
  return {
    stop() {
      clearInterval(timer)
      return {
        clockMs: distributionOf(blocks.map(block => block.clock)),
        processorMs: distributionOf(blocks.map(block => block.processor)),
      }
    },
  }
}

/** @param perInvoice lines on each invoice */
async function recode(perInvoice: number, told: LabelledLine) {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-recoding-'))
  const store = openStore(folder)
  fillPending(
    store,
    lines.map(({ line }) => line),
    { invoices: pendingLines / perInvoice, perInvoice, at: start },
  )
  const { trades, concepts } = knowledgeOf(resources)
  const failed: unknown[] = []
  let ctx = contextOf(store)
  const reassessment = keepAssessed(
    store,
    () => ctx,
    () => undefined,
    {
      info: () => undefined,
      warn: () => undefined,
      error: context => failed.push(context),
    },
  )
  async function changeTo(description: string) {
    write(store, tx => {
      const before = readSettings(tx)
      const companyProfile = parseProfile(description, trades, concepts, 'MXN')
      askToReassess(tx, before, patchSettings(tx, { companyProfile }, start))
    })
    ctx = contextOf(store)
    const [began, used] = [performance.now(), processorMs()]
    const loop = watchLoop()
    reassessment.wake()
    while (isReassessing(store.db)) await pause(20)
    const seconds = round((performance.now() - began) / 1000)
    return { seconds, processorSeconds: round((processorMs() - used) / 1000), blocks: loop.stop() }
  }
  // The first round codes what was never coded; the second is the change that is asked about.
  await changeTo('Accounting firm, sells no goods.')
  const measured = await changeTo(told.companyContext)
  reassessment.stop()
  store.close()
  rmSync(folder, { recursive: true })
  if (failed.length > 0) throw new Error('lines could not be coded anew', { cause: failed[0] })
  return { invoices: pendingLines / perInvoice, perInvoice, ...measured }
}

const [told] = lines
if (!told) throw new Error(`no lines in ${asked.file}`)
const rounds = [await recode(5, told), await recode(200, told)]
console.log(JSON.stringify({ bench: 'recoding', machine: describeMachine(), lines: pendingLines, rounds }))
