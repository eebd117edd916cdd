// Which arithmetic questions are asked about real e-invoices, against what their corpus says is wrong with them:
//   npm run bench -- einvoice-checks [--json] [--corpus FOLDER]
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkDocument } from '../src/engine/decisions/check-document'
import { recordReading } from '../src/engine/decisions/record-reading'
import { loadChart } from '../src/engine/pipeline/code/chart'
import { readEInvoice } from '../src/engine/pipeline/read/einvoice/read-e-invoice'
import { signedContent } from '../src/engine/pipeline/read/xml/signed-content'
import { insertDocument } from '../src/engine/store/documents'
import { newId } from '../src/engine/store/new-id'
import { openStore } from '../src/engine/store/open'
import { issues } from '../src/engine/store/schema'
import { write } from '../src/engine/store/write'
import type { DocumentId, Sha256 } from '../src/shared/ids'
import type { IssueKey } from '../src/shared/issue'
import { defaultSettings } from '../src/shared/settings'

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus/einvoice' },
    json: { type: 'boolean', default: false },
  },
})

interface Entry {
  readonly file: string
  readonly container: string
  readonly kind: string
  readonly validity?: { readonly arithmetic_issues?: readonly string[] }
}

/** Our question for each kind of defect the corpus names. */
const questionOf: Readonly<Record<string, IssueKey>> = {
  lines_sum_mismatch: 'lines_net_mismatch',
  net_total_mismatch: 'lines_net_mismatch',
  line_amount_mismatch: 'line_mismatch',
  tax_sum_mismatch: 'tax_mismatch',
  total_mismatch: 'total_mismatch',
  payable_mismatch: 'payable_mismatch',
}
const keys = [...new Set(Object.values(questionOf))]

const folder = resolve(options.corpus)
const manifest = join(folder, 'manifest.json')
if (!existsSync(manifest)) {
  console.error(`No corpus at ${folder}: nothing to measure.`)
  process.exit(2)
}
const read = JSON.parse(readFileSync(manifest, 'utf8')) as Entry[] | { records: Entry[] }
const entries = Array.isArray(read) ? read : read.records

const settings = { ...defaultSettings }
const chart = loadChart(resolve('resources'), 'sat')
const now = Date.now()

/** Issues of one document in books of its own. */
function issuesOf(entry: Entry) {
  const store = openStore(':memory:')
  try {
    const bytes = new Uint8Array(readFileSync(join(folder, entry.file)))
    const kind = entry.container === 'p7m' ? 'p7m' : 'xml'
    const reading = readEInvoice(kind === 'p7m' ? signedContent(bytes) : bytes, kind, 'text/xml', 1)
    const id = newId<DocumentId>(now)
    const ctx = { now, actor: 'bench', settings, chart, newId: <T>() => newId<T & string>(now) as T }
    write(store, tx => {
      insertDocument(tx, {
        id,
        sha256: '0'.repeat(64) as Sha256,
        fileName: entry.file,
        bytes: bytes.length,
        kind,
        mediaType: 'text/xml',
        source: 'command_line',
        receivedAt: now,
        state: 'processing',
      })
      recordReading(tx, id, reading, { previews: [], xmlSha256: null }, ctx)
      checkDocument(tx, id, ctx)
    })
    return store.db.select().from(issues).all()
  } finally {
    store.close()
  }
}

const tally = Object.fromEntries(keys.map(key => [key, { right: 0, false: 0, missed: 0 }]))
const others = new Map<string, number>()
const remarks: string[] = []
let documents = 0
for (const entry of entries) {
  const isPayable = entry.kind === 'invoice' || entry.kind === 'credit_note'
  if (!isPayable || !['xml', 'p7m'].includes(entry.container) || entry.file.startsWith('other/')) continue
  documents += 1
  const raised = issuesOf(entry)
  const asked = new Set(raised.map(({ key }) => key))
  const wrong = new Set((entry.validity?.arithmetic_issues ?? []).flatMap(issue => questionOf[issue] ?? []))
  for (const key of keys) {
    const counts = tally[key]
    if (!counts) continue
    if (asked.has(key) && wrong.has(key)) counts.right += 1
    else if (asked.has(key)) counts.false += 1
    else if (wrong.has(key)) counts.missed += 1
    if (asked.has(key) !== wrong.has(key)) {
      const params = raised.filter(issue => issue.key === key).map(issue => JSON.stringify(issue.params))
      remarks.push(
        `${asked.has(key) ? 'not in corpus' : 'missed       '} ${key.padEnd(18)} ${entry.file} ${params.join(' ')}`,
      )
    }
  }
  for (const key of asked) if (!keys.includes(key)) others.set(key, (others.get(key) ?? 0) + 1)
}

if (options.json) console.log(JSON.stringify({ documents, tally, others: Object.fromEntries(others), remarks }))
else {
  console.log(`${documents} documents\n`)
  console.log(`${'question'.padEnd(20)} right  not in corpus  missed  precision  recall`)
  for (const [key, { right, false: extra, missed }] of Object.entries(tally)) {
    const share = (of: number) => (of === 0 ? '—' : `${Math.round((right / of) * 100)} %`)
    const cells = [String(right).padStart(5), String(extra).padStart(14), String(missed).padStart(7)]
    console.log(
      `${key.padEnd(20)} ${cells.join(' ')}  ${share(right + extra).padStart(9)}  ${share(right + missed).padStart(6)}`,
    )
  }
  console.log(`\nother questions: ${[...others].map(([key, count]) => `${key} ${count}`).join(', ')}\n`)
  console.log(remarks.join('\n'))
}
