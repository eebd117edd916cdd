import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Output } from '../../src/shared/contract'
import type { DocumentId } from '../../src/shared/ids'
import type { Fix, IssueView } from '../../src/shared/issue'
import { runCommand } from '../../src/engine/cli/program'
import type { Terminal } from '../../src/engine/cli/terminal'
import { openLog } from '../../src/engine/log'
import { startStandIn } from '../ledger-stand-in/server'
import { inProcessWorkers } from './in-process-worker'
import { resourcesFolder, samples, someEngine, someHost, sure, type TestEngine } from './some-engine'

const cfdi = join(samples, '01 Papelera del Norte A20481.xml')

/** What an accountant does with Enter: takes the likeliest fix, or a general account where none is offered. */
function answerTo(issue: IssueView, document: Output<'document.get'>): Fix {
  const offered = issue.suggestions.find(
    ({ fix }) => !['edit_field', 'edit_account', 'waive', 'skip'].includes(fix.type),
  )
  if (offered) return offered.fix
  if (issue.key === 'account_needed' && issue.subject.type === 'line') {
    return { type: 'set_account', lineId: issue.subject.lineId, accountCode: '601.55' }
  }
  throw new Error(`no answer to ${issue.key} of ${document.fileName}`)
}

async function resolveEverything(engine: TestEngine, documentId: DocumentId): Promise<void> {
  for (let round = 0; round < 20; round++) {
    const document = await engine.ask('document.get', { documentId })
    const issue = document.issues.find(({ state }) => state === 'open')
    if (!issue) return
    await engine.ask('issue.applyFix', { issueId: issue.id, fix: answerTo(issue, document) })
  }
  throw new Error('issues never end')
}

test('a dropped file becomes one posted bill, and stays one after a restart', async () => {
  const ledger = await startStandIn()
  const logs = mkdtempSync(join(tmpdir(), 'quittance-log-'))
  const host = someHost({ log: openLog(logs) })
  let engine = someEngine(host)
  await engine.start({ posts: false })
  await engine.take([cfdi], 'drop')
  await engine.company().queue.whenEmpty()
  const { documentIds } = await engine.ask('document.ids', { filter: {}, sort: {} })
  const documentId = sure(documentIds[0])
  await resolveEverything(engine, documentId)
  expect(await engine.ask('document.row', { documentId })).toMatchObject({ state: 'ready', openIssues: 0 })

  expect(await engine.ask('document.approve', { documentIds: [documentId] })).toMatchObject({
    done: [documentId],
    failed: [],
  })
  await engine.ask('ledger.connect', { url: ledger.url, apiKey: ledger.apiKey })
  expect(await engine.ask('ledger.sync', {})).toMatchObject({ connected: true, waiting: 0, failed: 0, lastError: null })
  expect(ledger.bills()).toMatchObject([{ total: 16661.89 }])
  expect(await engine.ask('document.get', { documentId })).toMatchObject({
    state: 'posted',
    bill: { state: 'confirmed' },
  })
  await engine.close()

  engine = someEngine(host)
  await engine.start({ posts: false })
  await engine.ask('ledger.sync', {})
  expect(ledger.bills()).toHaveLength(1)
  expect(await engine.ask('document.row', { documentId })).toMatchObject({ state: 'posted' })
  expect(await engine.ask('store.verify', {})).toMatchObject({
    stuckJobs: 0,
    journalIntact: true,
    databaseIntact: true,
  })
  await engine.close()
  await ledger.close()

  const log = readFileSync(join(logs, 'engine.log'), 'utf8')
  const onRoad = log.split('\n').filter(line => line.includes(documentId))
  const said = (message: string) => onRoad.filter(line => line.includes(`"msg":"${message}"`))
  expect(said('document received')).toHaveLength(1)
  expect(said('document read')).toHaveLength(1)
  expect(said('end of the road')).toHaveLength(1)
  expect(said('server called').filter(line => line.includes('"call":"POST /bills"'))).toHaveLength(1)
  for (const word of ['Papelera', 'A20481', '16661', ledger.apiKey]) expect(log).not.toContain(word)
})

test('in a terminal: process, approve, connect by key file, sync; the key itself is never stored', async () => {
  const ledger = await startStandIn()
  const host = someHost()
  const keyFile = join(host.dataFolder, 'bigcapital.key')
  writeFileSync(keyFile, `${ledger.apiKey}\n`)
  let out = ''
  const terminal: Terminal = {
    out: text => void (out += text),
    err: text => void (out += text),
    isWatched: false,
    version: '0.0.0-test',
    resourcesFolder,
    defaultDataFolder: host.dataFolder,
    startWorker: inProcessWorkers,
    cores: 1,
    now: Date.now,
    random: Math.random,
    openLog: () => host.log,
    guardSockets: () => undefined,
    interrupted: new Promise(() => undefined),
  }
  const run = async (...words: string[]) => {
    out = ''
    return { code: await runCommand([...words, '--json'], terminal), lines: out.trim().split('\n') }
  }
  expect((await run('process', cfdi)).code).toBe(0)
  const engine = someEngine(host)
  await engine.start({ reads: false, posts: false })
  const { documentIds } = await engine.ask('document.ids', { filter: {}, sort: {} })
  await resolveEverything(engine, sure(documentIds[0]))
  await engine.close()

  const approved = await run('approve', '--ready')
  expect(approved.code).toBe(0)
  expect(JSON.parse(sure(approved.lines[0]))).toMatchObject({ approved: 1, invoice_number: 'A20481' })
  expect((await run('connect', 'bigcapital', '--url', ledger.url, '--key-file', keyFile)).code).toBe(0)
  expect((await run('sync')).code).toBe(0)
  expect(ledger.bills()).toHaveLength(1)

  const reader = someEngine(host)
  await reader.start({ reads: false, posts: false })
  const stored = reader.company().store.raw.prepare('SELECT sealed FROM secrets').all()
  expect(stored).toEqual([{ sealed: `file:${keyFile}` }])
  await reader.close()
  await ledger.close()
})
