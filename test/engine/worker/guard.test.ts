import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'

const worker = new URL('./guarded-worker.mjs', import.meta.url).pathname

async function isAlive(pid: number): Promise<boolean> {
  await wait(50)
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

test('a worker that eats memory while its loop hangs ends itself, also where nobody can watch from outside', async () => {
  const child = fork(worker, { stdio: 'ignore' })
  await once(child, 'message')
  child.send('eat')
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null]
  expect(signal).toBe('SIGKILL')
})

test('a hanging worker whose engine was killed does not stay behind', async () => {
  const engineCode = `
    const child = require('node:child_process').fork(process.argv[1], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    child.on('message', said => {
      if (said === 'ready') child.send('hang')
      else console.log(child.pid)
    })
  `
  const engine = spawn(process.execPath, ['-e', engineCode, worker], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(engine.stdout, 'data')) as [Buffer]
  const pid = Number(said.toString())
  expect(await isAlive(pid)).toBe(true)
  engine.kill('SIGKILL')
  for (let n = 0; n < 100 && (await isAlive(pid)); n++) await wait(0)
  expect(await isAlive(pid)).toBe(false)
})
