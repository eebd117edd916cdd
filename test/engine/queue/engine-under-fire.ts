import { setTimeout as wait } from 'node:timers/promises'
import { createQueue } from '../../../src/engine/queue/run'
import type { Db, Store } from '../../../src/engine/store/open'
import { documents } from '../../../src/engine/store/schema'
import { emptyReading, notingSteps, openCompany, poolWith, quiet, receive, templates, type Company } from './company'

// An engine of its own process that takes in invoices, reads them and ends; or kills itself, as the power would, in the
// middle of a given commit or right after it.
// Arguments: data folder, how many invoices, "never" or "before:17" or "after:17" (counting commits of this life).

const [folder = '', howMany = '0', fate = 'never'] = process.argv.slice(2)
const [when, at] = fate.split(':')

/** A store whose process dies at the chosen commit. */
function doomed(store: Store): Store {
  let commits = 0
  const die = () => process.kill(process.pid, 'SIGKILL')
  const transaction: Db['transaction'] = (change, config) => {
    const isLast = ++commits === Number(at)
    const result = store.db.transaction(tx => {
      const changed = change(tx)
      if (isLast && when === 'before') die()
      return changed
    }, config)
    if (isLast && when === 'after') die()
    return result
  }
  const db = new Proxy(store.db, {
    get: (target, name) => {
      if (name === 'transaction') return transaction
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
  return { ...store, db }
}

const born = openCompany(folder)
const store = doomed(born.store)
const pool = poolWith(async () => {
  await wait(Math.random() * 6)
  return emptyReading()
})
const queue = createQueue({
  store,
  blobs: born.blobs,
  pool,
  steps: notingSteps(),
  templates,
  now: () => Date.now(),
  random: () => 0,
  log: quiet,
  announce: () => undefined,
})
const company: Company = { ...born, store, queue }
queue.start()
process.send?.('begun')
const known = new Set(
  born.store.db
    .select({ name: documents.fileName })
    .from(documents)
    .all()
    .map(row => row.name),
)
for (let n = 1; n <= Number(howMany); n++) {
  const name = `invoice-${n}.xml`
  if (!known.has(name)) receive(company, name)
}
await queue.whenEmpty()
queue.stop()
born.store.close()
process.disconnect?.()
