import { calls, type CallName, type Input } from '../../src/shared/contract'
import { InboxTab, type InboxFilter } from '../../src/shared/inbox'
import { ask, engineOn } from '../../test/engine-on-disk'
import { distributionOf, type Distribution } from '../parts/statistics'

const rounds = 15
const allTime = { period: { from: null, to: null } }

/** What the window asks, by what a person does. */
function questions(size: number): Record<string, readonly [CallName, unknown]> {
  const list = (filter: Partial<InboxFilter>) =>
    ['document.list', { filter, sort: {}, after: null, limit: 100 }] as const
  const searches = {
    'a number': `A-${Math.floor(size * 0.4) + 3}`,
    'the beginning of a number': 'A-1',
    'a word of every document': 'proveedor',
    'a word of no document': 'zeppelin',
    'two letters': 'pr',
    'two letters of no document': 'zq',
  }
  return {
    ...Object.fromEntries(InboxTab.options.map(tab => [`tab ${tab}`, list({ tab })])),
    ...Object.fromEntries(Object.entries(searches).map(([what, search]) => [`search for ${what}`, list({ search })])),
    'queue of a tab': ['document.ids', { filter: { tab: 'needs_review' }, sort: {} }],
    counts: ['document.counts', {}],
    'accounts that wait': ['coding.pending', { onlyDoubtful: true, limit: 1 }],
    'analytics: overview': ['analytics.overview', allTime],
    'analytics: exceptions': ['analytics.issues', allTime],
    'analytics: times': ['analytics.times', allTime],
    'analytics: vendors': ['analytics.vendors', allTime],
  }
}

/**
 * How long the engine takes to answer what the window asks, by itself and with nothing else to do.
 *
 * @param clock milliseconds; processor time where the machine is shared
 */
export async function measureCalls(
  dataFolder: string,
  size: number,
  clock: () => number = () => performance.now(),
): Promise<Record<string, Distribution>> {
  const engine = engineOn(dataFolder, 1)
  await engine.start({ reads: false, posts: false })
  const timed = async (name: CallName, input: unknown) => {
    const startedAt = clock()
    await ask(engine, name, calls[name].input.parse(input) as Input<typeof name>)
    return clock() - startedAt
  }
  const report: Record<string, Distribution> = {}
  for (const [what, [name, input]] of Object.entries(questions(size))) {
    const times: number[] = []
    for (let round = 0; round < rounds; round++) times.push(await timed(name, input))
    report[what] = distributionOf(times)
  }
  const open = await ask(engine, 'document.ids', { filter: { tab: 'needs_review' }, sort: {} })
  const opened: number[] = []
  for (const documentId of open.documentIds.slice(0, 50)) opened.push(await timed('document.get', { documentId }))
  report['a document'] = distributionOf(opened)
  await engine.close()
  return report
}
