// Makes the twelve sample invoices: npm run samples
// Everything in them is invented. The same program makes the same files, so that a changed sample is a change to review.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pageSamples, pictureSamples, xmlSamples } from './all'

const folder = resolve(process.argv[2] ?? 'resources/samples')
mkdirSync(folder, { recursive: true })
const samples = { ...xmlSamples, ...(await pageSamples()), ...(await pictureSamples()) }
for (const [name, content] of Object.entries(samples)) {
  writeFileSync(join(folder, name), content)
  console.log(`${String(Buffer.byteLength(content)).padStart(8)}  ${name}`)
}
