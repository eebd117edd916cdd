import { expect, test } from './quittance-app'

test('the page has no Node, no network and no way to another page', async ({ app }) => {
  const { page } = app
  const found = await page.evaluate(async () => {
    const globals = globalThis as unknown as Record<string, unknown>
    const fetched = await fetch('https://example.com').then(
      () => 'reached',
      () => 'refused',
    )
    return {
      node: ['require', 'process', 'module', 'Buffer'].filter(name => name in globals),
      bridge: Object.keys(window.quittance).sort(),
      fetched,
      opened: window.open('https://example.com') === null ? 'refused' : 'opened',
      outside: (await fetch('app://quittance/../main/main.js')).status,
    }
  })
  expect(found).toEqual({
    node: [],
    bridge: ['call', 'chooseFolder', 'on', 'openInLedger', 'save', 'take', 'updates'],
    fetched: 'refused',
    opened: 'refused',
    outside: 404,
  })

  await page.evaluate(() => (location.href = 'https://example.com'))
  await page.waitForTimeout(300)
  expect(page.url()).toBe('app://quittance/index.html')
})

test('an unknown call and a call with a path are refused by the engine', async ({ app }) => {
  const replies = await app.page.evaluate(async () => [
    await window.quittance.call('file.read' as never, { path: '/etc/passwd' } as never),
    await window.quittance.call('document.get', { documentId: '../../etc/passwd' } as never),
  ])
  for (const reply of replies) expect(reply).toMatchObject({ ok: false, error: { code: 'invalid_input' } })
})
