// How well several invoices in one PDF are told apart: files of three digital invoices put together from the corpus, and
// every file of the corpus with more than one page, which should be left whole.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { forkWorkers } from '../src/engine/worker/child-process'
import { createPool } from '../src/engine/worker/pool'
import { workerScript } from '../test/engine-on-disk'

const corpus = join(process.cwd(), '../shared/corpus')
const folders = ['visual/files', 'einvoice/hybrid-pdf-stripped'].map(folder => join(corpus, folder)).filter(existsSync)
const tries = 60
const options = {
  forceOcr: false,
  ocrLanguages: ['eng'],
  maxPages: 200,
  ownTaxIds: [],
  country: 'MX',
  homeCurrency: 'MXN',
} as const

interface Source {
  readonly name: string
  readonly bytes: Uint8Array
  readonly pages: number
}

/** The same files every time (Lehmer, modulus 2³¹ − 1). */
function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

const pool = createPool({ start: forkWorkers(workerScript), size: 2 })

async function startsIn(bytes: Uint8Array): Promise<number[]> {
  const { remarks } = await pool.read({ bytes, kind: 'pdf', mediaType: 'application/pdf', options })
  const found = remarks.find(remark => remark.code === 'several_invoices')
  return found ? String(found.params['starts']).split(', ').map(Number) : []
}

const sources: Source[] = []
const cutThough: string[] = []
let whole = 0
for (const folder of folders) {
  for (const name of readdirSync(folder).filter(file => /\.pdf$/i.test(file))) {
    const bytes = new Uint8Array(readFileSync(join(folder, name)))
    const task = { bytes, kind: 'pdf', mediaType: 'application/pdf', options } as const
    const { pages, remarks } = await pool.read(task)
    const cut = remarks.find(remark => remark.code === 'several_invoices')
    if (pages.length > 1 && cut) cutThough.push(`${name} at ${cut.params['starts']}`)
    else if (pages.length > 1) whole += 1
    if (!cut && pages.every(page => page.textSource === 'text_layer'))
      sources.push({ name, bytes, pages: pages.length })
  }
}

const random = seeded(7)
let [right, missed, extra, exact, files] = [0, 0, 0, 0, 0]
while (sources.length > 2 && files < tries) {
  const parts = Array.from({ length: 3 }, () => sources[Math.floor(random() * sources.length)] ?? sources[0])
  const chosen = parts.filter(part => part !== undefined)
  if (new Set(chosen.map(part => part.name)).size < 3) continue
  const stack = await PDFDocument.create()
  for (const { bytes } of chosen) {
    const one = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false })
    for (const page of await stack.copyPages(one, one.getPageIndices())) stack.addPage(page)
  }
  const wanted = [1, 2].map(count => 1 + chosen.slice(0, count).reduce((sum, part) => sum + part.pages, 0))
  const found = await startsIn(await stack.save())
  files += 1
  right += wanted.filter(start => found.includes(start)).length
  missed += wanted.filter(start => !found.includes(start)).length
  extra += found.filter(start => !wanted.includes(start)).length
  if (wanted.join() === found.join()) exact += 1
  else console.error(chosen.map(({ name, pages }) => `${name} (${pages})`).join(' + '), { wanted, found })
}
await pool.close()
console.log(
  JSON.stringify({ stacks: { files, exact, cuts: { right, missed, extra } }, single: { whole, cutThough } }, null, 2),
)
