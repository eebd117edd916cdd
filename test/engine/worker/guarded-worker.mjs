// A worker that watches itself and then hangs, or eats memory and hangs.
import { guardThisProcess } from '../../../src/engine/worker/guard.ts'

guardThisProcess(300 * 2 ** 20)
process.on('message', habit => {
  const hoard = []
  process.send('begun', () => {
    for (let n = 0; habit === 'hang' || n >= 0; n++) if (habit === 'eat') hoard.push(Buffer.alloc(2 ** 20, 1))
  })
})
process.send('ready')
