import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { DocumentId } from '../../src/shared/ids'
import { samples, someEngine, someHost, sure, type TestEngine } from './some-engine'

const sort = { by: 'received' } as const
let engine: TestEngine

beforeEach(async () => {
  engine = someEngine(someHost())
  await engine.start()
})

afterEach(() => engine.close())

test('a preference changed in Settings raises and settles questions on invoices nobody has open', async () => {
  await engine.take([join(samples, '01 Papelera del Norte A20481.xml')], 'drop')
  await engine.company().queue.whenEmpty()
  const { rows } = await engine.ask('document.list', { filter: {}, sort })
  const documentId: DocumentId = sure(rows[0]).documentId
  const openKeys = async () => {
    const { issues } = await engine.ask('document.get', { documentId })
    return issues.filter(issue => issue.state === 'open').map(issue => issue.key)
  }
  expect(await openKeys()).not.toContain('not_addressed_to_us')

  await engine.ask('settings.set', { patch: { companyTaxIds: ['ABC010101AB2'] } })
  await vi.waitFor(async () => expect(await openKeys()).toContain('not_addressed_to_us'), { timeout: 20_000 })
  expect(engine.told).toContainEqual({ event: 'document.changed', data: { documentIds: [documentId] } })

  await engine.ask('settings.set', { patch: { companyTaxIds: [] } })
  await vi.waitFor(async () => expect(await openKeys()).not.toContain('not_addressed_to_us'), { timeout: 20_000 })
})
