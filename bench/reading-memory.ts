// How much one correction improves a vendor's next documents:
//   npm run bench -- reading-memory [--corpus ../shared/corpus] [--words FOLDER] [--only NAME] [--json]
// Vendors of the development corpus with three or more page documents, and invented vendors whose wording the reader has
// never seen. Every document is read by the engine's own steps, scored, and then corrected before the next one comes.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { nameKey } from '../src/engine/vendors/name-key'
import { header } from './reading-accuracy/bars'
import { loadVisualTruth } from './reading-accuracy/load-truth'
import { readPagesForBench } from './reading-accuracy/read-file'
import type { FieldScore } from './reading-accuracy/compare'
import { inventedVendors } from './reading-memory/invented-vendors'
import { runVendor, type DocumentRun, type VendorDocument } from './reading-memory/vendor-run'

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    words: { type: 'string' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
})

const leastDocuments = 3
const bar = 99
const awake = setInterval(() => undefined, 60_000)
const sets = {
  'development corpus': await corpusVendors(),
  'invented, odd wording': inventedVendors(60, 4),
}
clearInterval(awake)

const report = Object.entries(sets).map(([set, vendors]) => {
  const runs = vendors.flatMap(vendor => runVendor(vendor))
  const taught = tally(runs, ({ corrected }, { field }) => corrected.has(field)).all
  return {
    set,
    vendors: vendors.length,
    documents: runs.length,
    ...tally(runs),
    headerFields: tally(runs, (_, { field }) => (header as readonly string[]).includes(field)).all,
    taught,
    misses: runs.flatMap(missesOf),
  }
})
if (options.json) console.log(JSON.stringify({ measurement: 'reading-memory', bar, report }, null, 2))
else for (const row of report) console.log(tableOf(row))

/** Sellers by name; documents in the order of the corpus. */
async function corpusVendors(): Promise<VendorDocument[][]> {
  const truths = loadVisualTruth(resolve(options.corpus, 'visual')).filter(truth => truth.isPayable)
  // One name on two layouts is a group of companies, not a vendor that sends the same page again.
  const bySeller = Map.groupBy(truths, truth => {
    const seller = nameKey(truth.fields['seller.name']?.[0] ?? '')
    return seller === '' ? '' : `${seller} (${truth.family})`
  })
  const vendors: VendorDocument[][] = []
  for (const [seller, own] of bySeller) {
    if (seller === '' || own.length < leastDocuments) continue
    if (options.only !== undefined && !seller.includes(options.only)) continue
    const documents: VendorDocument[] = []
    for (const truth of own) documents.push({ truth, ...(await readPagesForBench(truth.path, options.words)) })
    vendors.push(documents)
  }
  return vendors
}

interface Share {
  readonly before: number
  readonly after: number
  readonly of: number
}

function tally(
  runs: readonly DocumentRun[],
  counts: (run: DocumentRun, score: FieldScore) => boolean = () => true,
): {
  readonly all: Share
  readonly fields: Readonly<Record<string, Share>>
} {
  const fields: Record<string, { before: number; after: number; of: number }> = {}
  for (const run of runs)
    for (const [at, score] of run.after.entries()) {
      if (!counts(run, score)) continue
      const cell = (fields[score.field] ??= { before: 0, after: 0, of: 0 })
      cell.of += 1
      if (isRight(run.before[at])) cell.before += 1
      if (isRight(score)) cell.after += 1
    }
  const sum = (pick: (share: Share) => number) => Object.values(fields).reduce((all, share) => all + pick(share), 0)
  return {
    all: { before: sum(share => share.before), after: sum(share => share.after), of: sum(share => share.of) },
    fields,
  }
}

function isRight(score: FieldScore | undefined): boolean {
  return score?.outcome === 'right' || score?.outcome === 'empty'
}

function missesOf({ truth, before, after }: DocumentRun): string[] {
  return after.flatMap((score, at) => {
    if (isRight(score)) return []
    const told = `${truth.file} ${score.field}: ${score.read ?? 'nothing'} instead of ${score.expected.join(' or ')}`
    return [isRight(before[at]) ? `${told} (was right without lessons)` : told]
  })
}

function tableOf({
  set,
  vendors,
  documents,
  all,
  headerFields,
  taught,
  fields,
  misses,
}: (typeof report)[number]): string {
  const percent = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1).padStart(6)} %`
  const row = (name: string, { before, after, of }: Share) =>
    `${name.padEnd(18)}${percent(before, of)}${percent(after, of)}   of ${of}`
  const verdict = (100 * headerFields.after) / Math.max(1, headerFields.of) >= bar ? 'met' : 'missed'
  return [
    `${set}: ${vendors} vendors, ${documents} second and later documents (header bar ${bar} %: ${verdict})`,
    `${''.padEnd(18)}${'alone'.padStart(8)}${'taught'.padStart(8)}`,
    ...Object.entries(fields).map(([field, share]) => row(field, share)),
    row('8 header fields', headerFields),
    row('all', all),
    row('corrected before', taught),
    ...misses.map(miss => `  ${miss}`),
    '',
  ].join('\n')
}
