import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DocumentId } from '../../../src/shared/ids'
import { samples, someEngine, someHost, sure, type TestEngine } from '../some-engine'

const cfdi = join(samples, '01 Papelera del Norte A20481.xml')

async function received(engine: TestEngine): Promise<DocumentId> {
  await engine.start({ posts: false })
  await engine.take([cfdi], 'drop')
  await engine.company().queue.whenEmpty()
  const { documentIds } = await engine.ask('document.ids', { filter: {}, sort: {} })
  return sure(documentIds[0])
}

/** What persons decided about a document, beside what was read. */
async function decided(engine: TestEngine, documentId: DocumentId) {
  const { invoice, issues } = await engine.ask('document.get', { documentId })
  const values = invoice?.fields
    .filter(({ origin }) => origin?.kind === 'person')
    .map(({ name, value }) => [name, value])
  const accounts = invoice?.lines.map(({ accountCode, codingState }) => [accountCode, codingState])
  const settled = issues.filter(({ state }) => state !== 'open').map(({ key, state }) => `${key} ${state}`)
  return { values, accounts, vendor: invoice?.vendor?.name, settled: settled.sort() }
}

test.each(['read', 'check', 'code', 'route', 'rules'] as const)(
  'run again from %s, what a person typed, coded and settled stays',
  async step => {
    const engine = someEngine(someHost())
    const documentId = await received(engine)
    const view = () => engine.ask('document.get', { documentId })
    const revision = async () => sure((await view()).invoice).revision
    await engine.ask('field.set', { documentId, revision: await revision(), field: 'due_date', value: '2026-12-24' })
    const lineIds = sure((await view()).invoice).lines.map(({ id }) => id)
    await engine.ask('line.setAccount', { documentId, revision: await revision(), lineIds, accountCode: '601.56' })
    for (const issue of (await view()).issues) {
      const [first] = issue.suggestions
      if (issue.state === 'open' && first) await engine.ask('issue.applyFix', { issueId: issue.id, fix: first.fix })
    }
    const before = await decided(engine, documentId)
    expect(before.values).toEqual([['due_date', '2026-12-24']])
    expect(before.accounts?.every(([code, state]) => code === '601.56' && state === 'corrected')).toBe(true)

    await engine.ask('document.runAgain', { documentId, step })
    await engine.company().queue.whenEmpty()
    expect(await decided(engine, documentId)).toEqual(before)
    const { runs } = await engine.ask('document.runs', { documentId })
    expect(runs.map(({ run }) => run)).toEqual([2, 1])
    const states = Object.fromEntries(sure(runs[0]).steps.map(({ key, state }) => [key, state]))
    expect(states[step]).toBe('done')
    expect(states['check']).toBe(['read', 'check'].includes(step) ? 'done' : 'not_run')
    expect(await engine.ask('store.verify', {})).toMatchObject({ stuckJobs: 0, journalIntact: true })
    await engine.close()
  },
)

test('nothing runs again on a document that was approved, nor a step that is switched off', async () => {
  const engine = someEngine(someHost())
  const documentId = await received(engine)
  const { templates } = await engine.ask('template.list', {})
  const steps = sure(templates.find(({ key }) => key === 'einvoice')).steps
  const choices = steps.map(({ key, isOn, onFailure, limitSeconds, attempts }) => ({
    ...{ key, onFailure, limitSeconds, attempts },
    isOn: isOn && key !== 'rules',
  }))
  await engine.ask('template.save', { key: 'einvoice', steps: choices })
  const again = (step: 'rules' | 'check') => engine.call('document.runAgain', { documentId, step })
  expect(await again('rules')).toMatchObject({ ok: false, error: { code: 'step_not_possible' } })
  await engine.ask('document.reject', { documentIds: [documentId], reason: 'not ours' })
  expect(await again('check')).toMatchObject({ ok: false, error: { code: 'not_allowed_in_state' } })
  expect((await engine.ask('document.runs', { documentId })).mayRunFrom).toEqual([])
  await engine.close()
})
