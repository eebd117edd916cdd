import { startStandIn } from './server'

// `npm run ledger`: a BigCapital to try the app against. Options: --port N, --no-throttle.
const args = process.argv.slice(2)
const portAt = args.indexOf('--port')
const port = portAt < 0 ? 3000 : Number(args[portAt + 1])
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  process.stderr.write('--port needs a number from 0 to 65535\n')
  process.exit(2)
}

const standIn = await startStandIn({ port, throttle: !args.includes('--no-throttle') })
process.stdout.write(`Stand-in ledger ready. Nothing is kept when it stops (Ctrl+C).\n`)
process.stdout.write(`URL      ${standIn.url}\n`)
process.stdout.write(`API key  ${standIn.apiKey}\n`)

let shown = 0
setInterval(() => {
  for (const bill of standIn.bills().slice(shown)) {
    process.stdout.write(`bill ${bill.id}  ${bill.number ?? '(no number)'}  ${bill.total.toFixed(2)}\n`)
  }
  shown = standIn.bills().length
}, 500)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    standIn.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}
