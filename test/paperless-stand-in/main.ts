import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeOnSignal, portOf } from '../stand-ins/terminal'
import { startPaperless } from './server'

// `npm run paperless`: a Paperless-ngx with the sample invoices, to try the app against. Options: --port N, --old (2.20.15).
const args = process.argv.slice(2)
const standIn = await startPaperless({
  port: portOf(args, 8000),
  release: args.includes('--old') ? '2.20.15' : '3.0.5',
})
const { archive } = standIn
archive.named.document_types.push({
  id: 1,
  name: 'Invoice',
  owner: null,
  matchingAlgorithm: 0,
  color: '',
  isInbox: false,
  parent: null,
})
archive.named.tags.push({
  id: 1,
  name: 'Inbox',
  owner: null,
  matchingAlgorithm: 0,
  color: '#a6cee3',
  isInbox: true,
  parent: null,
})
archive.ids.set('document_types', 1).set('tags', 1)
const samples = join(process.cwd(), 'resources', 'samples')
for (const name of readdirSync(samples).filter(file => /\.(pdf|png|jpe?g)$/i.test(file))) {
  const mimeType = name.endsWith('.pdf') ? 'application/pdf' : name.endsWith('.png') ? 'image/png' : 'image/jpeg'
  standIn.add({
    title: name.replace(/\.[a-z]+$/i, ''),
    fileName: name,
    bytes: readFileSync(join(samples, name)),
    mimeType,
    documentType: 1,
  })
}
process.stdout.write(
  `Stand-in archive ready with ${archive.documents.length} documents. Nothing is kept when it stops (Ctrl+C).\n`,
)
process.stdout.write(`URL    ${standIn.url}\n`)
process.stdout.write(`Token  ${standIn.token}\n`)

let shown = 0
setInterval(() => {
  for (const call of standIn.calls.slice(shown))
    process.stdout.write(`${call.status ?? '---'} ${call.method} ${call.path}${call.query}\n`)
  shown = standIn.calls.length
}, 500)

closeOnSignal(standIn)
