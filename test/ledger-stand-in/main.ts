import { closeOnSignal, portOf } from '../stand-ins/terminal'
import { startStandIn } from './server'

// `npm run ledger`: a BigCapital to try the app against. Options: --port N, --no-throttle.
const args = process.argv.slice(2)
const standIn = await startStandIn({ port: portOf(args, 3000), throttle: !args.includes('--no-throttle') })
process.stdout.write(`Stand-in ledger ready. Nothing is kept when it stops (Ctrl+C).\n`)
process.stdout.write(`Address  ${standIn.url}\n`)
process.stdout.write(`API key  ${standIn.apiKey}\n`)

let shown = 0
setInterval(() => {
  for (const bill of standIn.bills().slice(shown)) {
    process.stdout.write(`bill ${bill.id}  ${bill.number ?? '(no number)'}  ${bill.total.toFixed(2)}\n`)
  }
  shown = standIn.bills().length
}, 500)

closeOnSignal(standIn)
