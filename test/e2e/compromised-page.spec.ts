import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { installTools, type Attempt, type Attempts, type Target } from './attempts/attempt'
import { bridgeAttempts } from './attempts/bridge'
import { codeAttempts } from './attempts/code'
import { departureAttempts } from './attempts/departures'
import { networkAttempts } from './attempts/network'
import { permissionAttempts } from './attempts/permissions'
import { protocolAttempts } from './attempts/protocols'
import { expect, sample, test, type QuittanceApp } from './quittance-app'

// Nobody knows how a page could be taken over; here it is, and whoever has it tries everything.

const groups: Readonly<Record<string, Attempts>> = {
  code: codeAttempts,
  departures: departureAttempts,
  protocols: protocolAttempts,
  network: networkAttempts,
  permissions: permissionAttempts,
  bridge: bridgeAttempts,
}

const secret = 'sk-hostile-3f9c1d7a-never-shown-again'

/** A server whose visitors are counted: whoever comes has got out. */
async function listen() {
  const visitors: string[] = []
  const server = createServer((request, response) => {
    visitors.push(`${String(request.method)} ${String(request.url)}`)
    response.end('1')
  })
  server.on('connection', () => visitors.push('a connection'))
  const udp = createSocket('udp4', () => visitors.push('a UDP packet'))
  udp.on('message', () => visitors.push('a UDP packet'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  await new Promise<void>(resolve => udp.bind(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
    udp.close()
  }
  return { visitors, port, udpPort: udp.address().port, close }
}

/** Has main count what it gives to the operating system, and dialogs and downloads it begins. */
async function watchMain({ electron }: QuittanceApp): Promise<() => Promise<string[]>> {
  await electron.evaluate(({ app, dialog, session, shell }) => {
    const seen: string[] = []
    Object.assign(app, { seen })
    shell.openExternal = address => {
      seen.push(`opened ${address}`)
      return Promise.resolve()
    }
    dialog.showSaveDialog = () => {
      seen.push('save dialog')
      return Promise.resolve({ canceled: true, filePath: '' })
    }
    dialog.showOpenDialog = () => {
      seen.push('open dialog')
      return Promise.resolve({ canceled: true, filePaths: [] })
    }
    session.defaultSession.on('will-download', (event, item) => {
      if (!event.defaultPrevented) seen.push(`download of ${item.getURL()}`)
    })
    app.on('web-contents-created', (_event, contents) => seen.push(`another page: ${contents.getType()}`))
  })
  return () => electron.evaluate(({ app }) => (app as unknown as { seen: string[] }).seen)
}

async function outcomeOf(page: QuittanceApp['page'], attempt: Attempt, target: Target): Promise<string> {
  try {
    return await page.evaluate(attempt, target)
  } catch (thrown) {
    return thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown)
  }
}

test('a page taken over by somebody else gets nowhere', async ({ app }) => {
  const { page } = app
  await app.drop([sample('07 Atelier Brume AB-2026-093.pdf'), sample('11 Harrow and Pike scan.pdf')])
  await app.settled(2)
  const { rows } = await app.ask('document.list', { filter: {}, sort: {}, limit: 1 })
  const documentId = rows[0]?.documentId ?? ''
  const received = rows.length
  expect(received).toBe(1)

  const server = await listen()
  const target: Target = {
    http: `http://127.0.0.1:${server.port}`,
    ws: `ws://127.0.0.1:${server.port}`,
    udpPort: server.udpPort,
    documentId,
  }
  const seenByMain = await watchMain(app)
  await page.evaluate(installTools)

  const table: { attempt: string; stoppedBy: string }[] = []
  for (const [group, attempts] of Object.entries(groups)) {
    for (const [name, attempt] of Object.entries(attempts)) {
      table.push({ attempt: `${group}: ${name}`, stoppedBy: await outcomeOf(page, attempt, target) })
    }
  }
  const width = Math.max(...table.map(({ attempt }) => attempt.length))
  console.log(table.map(({ attempt, stoppedBy }) => `${attempt.padEnd(width)}  ${stoppedBy}`).join('\n'))
  console.log(`${table.length} attempts`)

  expect(table.filter(({ stoppedBy }) => /SUCCEEDED|Error: page\.evaluate/.test(stoppedBy))).toEqual([])
  expect(table.length).toBeGreaterThan(100)
  expect(server.visitors).toEqual([])
  expect(await seenByMain()).toEqual([])
  expect(page.url()).toBe('app://quittance/index.html')
  expect(app.electron.windows()).toHaveLength(1)
  const { conservation } = await app.ask('document.counts', {})
  expect(conservation.received).toBe(2)
  server.close()
})

test('nothing is printed, no dialog of the page appears and nothing is downloaded without the person', async ({
  app,
}) => {
  const seenByMain = await watchMain(app)
  const found = await app.page.evaluate(async () => {
    const link = document.createElement('a')
    Object.assign(link, { href: URL.createObjectURL(new Blob(['all'])), download: 'all.txt' })
    document.body.append(link)
    link.click()
    window.print()
    const answer = window.confirm('Your password?')
    await new Promise(resolve => setTimeout(resolve, 500))
    return answer
  })
  expect(found).toBe(false)
  expect(await seenByMain()).toEqual([])
})

test('no call gives back a secret that was stored', async ({ app }) => {
  const stored = await app.page.evaluate(key => window.quittance.call('model.setKey', { apiKey: key }), secret)
  expect(stored.ok).toBe(true)
  const said = await app.page.evaluate(async () => {
    const replies: unknown[] = []
    const names = [
      'settings.get',
      'model.status',
      'model.calls',
      'ledger.status',
      'paperless.status',
      'journal.list',
      'activity.list',
      'store.verify',
      'backup.status',
      'metrics.status',
      'people.get',
      'ledger.log',
      'paperless.log',
      'paperless.problems',
      'folder.list',
      'company.current',
      'document.counts',
    ] as const
    for (const name of names)
      replies.push(await window.quittance.call(name, (name === 'activity.list' ? { filter: {} } : {}) as never))
    return JSON.stringify(replies)
  })
  expect(said).toContain('"hasKey":true')
  expect(said).not.toContain(secret)
  expect(said).not.toContain(secret.slice(3, 20))
})
