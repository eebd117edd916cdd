import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { forkWorkers } from '../../../src/engine/worker/child-process'
import type { WorkerProcess } from '../../../src/engine/worker/protocol'
import { workerScript } from '../../engine-on-disk'
import { samples } from '../some-engine'

const cli = join(process.cwd(), 'out', 'main', 'cli.js')

/** How this machine lets somebody into a network namespace of their own; null where it does not. */
function namespaceSwitches(): readonly string[] | null {
  if (process.platform !== 'linux') return null
  return [['-n'], ['-rn']].find(switches => spawnSync('unshare', [...switches, 'true']).status === 0) ?? null
}

const switches = namespaceSwitches()
if (switches === null) console.warn('skipped: no network namespace can be made here (Linux, unshare -n)')

interface Counted {
  readonly out: string
  readonly code: number | null
  /** Network interfaces there are. */
  readonly interfaces: readonly string[]
  /** Connections and packets that anybody in the namespace tried to send: where there is no way, the system counts them too. */
  readonly attempts: number
}

/** Runs a Node script where there is no network, and counts who looked for one. */
function runWithoutNetwork(script: string, ...args: readonly string[]): Counted {
  const marker = '--- what the namespace counted ---'
  const shell = `"$0" "$@"; code=$?; echo '${marker}'; cat /proc/net/dev; echo '${marker}'; cat /proc/net/snmp; exit $code`
  const { stdout, status, stderr } = spawnSync(
    'unshare',
    [...(switches ?? []), 'sh', '-c', shell, process.execPath, script, ...args],
    { encoding: 'utf8', env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, maxBuffer: 64 * 2 ** 20 },
  )
  const [out = '', devices = '', counters = ''] = stdout.split(`${marker}\n`)
  if (counters === '') throw new Error(`it did not run to its end: ${stderr}`)
  const interfaces = [...devices.matchAll(/^\s*([^\s:|]+):/gm)].map(([, name = '']) => name)
  const counter = (protocol: string, name: string) => {
    const [names = '', values = ''] = counters.split('\n').filter(line => line.startsWith(`${protocol}:`))
    return Number(values.split(' ')[names.split(' ').indexOf(name)])
  }
  const attempts = counter('Ip', 'OutRequests') + counter('Ip', 'OutNoRoutes') + counter('Tcp', 'ActiveOpens')
  return { out, code: status, interfaces, attempts: attempts + counter('Udp', 'OutDatagrams') }
}

test.skipIf(switches === null)(
  'where there is no network interface the samples are received, read, approved and verified, and nobody looks for one',
  { timeout: 600_000 },
  () => {
    if (!existsSync(cli)) throw new Error('build first: the terminal and the document worker are programs of their own')
    // The count must see an attempt, or it proves nothing.
    const calling = join(import.meta.dirname, 'call-somebody.mjs')
    expect(runWithoutNetwork(calling)).toMatchObject({ out: 'ENETUNREACH\n', attempts: 1 })

    const data = join(mkdtempSync(join(tmpdir(), 'quittance-without-network-')), 'books')
    const processed = runWithoutNetwork(cli, 'process', samples, '--data', data, '--workers', '1', '--json')
    expect(processed).toMatchObject({ code: 0, interfaces: ['lo'], attempts: 0 })
    const figures = JSON.parse(processed.out.trim().split('\n').at(-1) ?? '') as {
      readonly received: number
      readonly states: Readonly<Record<string, number>>
    }
    expect(figures).toMatchObject({
      received: 12,
      refused: 0,
      total: 12,
      states: { queued: 0, processing: 0, set_aside: 0 },
    })
    for (const command of [['approve', '--ready'], ['verify']]) {
      expect(runWithoutNetwork(cli, ...command, '--data', data), command[0]).toMatchObject({ code: 0, attempts: 0 })
    }
  },
)

const started: WorkerProcess[] = []
const secrets = {
  QUITTANCE_VAULT_PASSPHRASE: 'siete limones',
  ANTHROPIC_API_KEY: 'sk-ant-5eed',
  HTTPS_PROXY: 'http://ana:pw@proxy',
}
afterEach(() => {
  for (const worker of started.splice(0)) worker.kill()
  for (const name of Object.keys(secrets)) Reflect.deleteProperty(process.env, name)
})

test.skipIf(process.platform !== 'linux')(
  'of the environment a document worker is given what a program needs to run, and no secret',
  async () => {
    Object.assign(process.env, secrets)
    const worker = await forkWorkers(workerScript)()
    started.push(worker)
    await new Promise<void>(resolve => worker.onMessage(({ type }) => type === 'ready' && resolve()))
    const environment = readFileSync(`/proc/${String(worker.pid)}/environ`, 'utf8')
    const names = environment
      .split('\0')
      .filter(each => each !== '')
      .map(each => each.split('=')[0] ?? '')
    const allowed = [
      ...['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'LD_LIBRARY_PATH', 'ELECTRON_RUN_AS_NODE'],
      // How a forked Node speaks with its parent.
      ...['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'],
    ]
    expect(names).toContain('PATH')
    expect(names.filter(name => !allowed.includes(name))).toEqual([])
    for (const secret of Object.values(secrets)) expect(environment).not.toContain(secret)
  },
)
