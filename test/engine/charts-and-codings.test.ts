import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { samples, someEngine, someHost, sure, type TestEngine } from './some-engine'

let engine: TestEngine

beforeEach(async () => {
  engine = someEngine(someHost())
  await engine.start()
})

afterEach(() => engine.close())

async function take(...names: string[]) {
  await engine.take(
    names.map(name => join(samples, name)),
    'drop',
  )
  await engine.company().queue.whenEmpty()
}

test('what waits for an account is confirmed or put right in groups, counted, taught and forgotten', async () => {
  await take('01 Papelera del Norte A20481.xml', '04 Alder and Loom AL-2026-0417.xml')
  const { groups, totalLines } = await engine.ask('coding.pending', {})
  expect(groups.flatMap(group => group.lineIds)).toHaveLength(totalLines)
  const paper = sure(groups.find(group => group.vendorName.includes('PAPELERA') && group.accountCode !== null))
  expect(paper.lineIds).toHaveLength(3)
  expect(paper.candidates.length).toBeGreaterThan(5)
  expect(paper.evidence.length).toBeGreaterThan(0)

  const confirmed = await engine.ask('coding.confirm', {
    lineIds: paper.lineIds,
    accountCode: sure(paper.accountCode),
  })
  expect(confirmed.failed).toEqual([])
  const { groups: left } = await engine.ask('coding.pending', {})
  expect(left.flatMap(group => group.lineIds)).not.toContain(paper.key)

  const other = sure(left[0])
  await engine.ask('coding.correct', { lineIds: other.lineIds, accountCode: '601.83' })
  const accuracy = await engine.ask('coding.accuracy', {})
  expect(accuracy).toMatchObject({ confirmed: paper.lineIds.length, corrected: other.lineIds.length })
  expect(accuracy.corrections[0]).toMatchObject({ to: '601.83', lines: other.lineIds.length })

  await engine.ask('group.undo', { group: sure(confirmed.group) })
  const { groups: again } = await engine.ask('coding.pending', {})
  expect(again.flatMap(group => group.lineIds)).toContain(paper.key)
})

test('an account that a line is proposed no more cannot be confirmed by an old picture of the list', async () => {
  await take('01 Papelera del Norte A20481.xml')
  const { groups } = await engine.ask('coding.pending', {})
  const { lineIds } = sure(groups.find(group => group.accountCode !== null))
  const { failed } = await engine.ask('coding.confirm', { lineIds, accountCode: '601.83' })
  expect(failed.map(({ error }) => error.code)).toEqual(['changed_meanwhile'])
})

test("one's own chart is tried, imported, in force and seen with its usage", async () => {
  const text = 'Cuenta;Nombre;Código agrupador\n6000;Gastos;\n6000-001;Papelería;601.55\n6000-002;Energía eléctrica;\n'
  const tried = await engine.ask('chart.importCsv', { text, dryRun: true })
  expect(tried).toMatchObject({ accounts: 3, postable: 2, understood: 2, problems: [] })
  expect((await engine.ask('settings.get', {})).chart).toBe('sat')

  await engine.ask('chart.importCsv', { text })
  expect((await engine.ask('settings.get', {})).chart).toBe('own')
  const { accounts } = await engine.ask('chart.tree', {})
  expect(accounts.map(({ code, parent, standsFor }) => [code, parent, standsFor])).toEqual([
    ['6000', null, null],
    ['6000-001', '6000', '601.55'],
    ['6000-002', '6000', '601.52'],
  ])
})

test('an account switched off is neither found nor chosen until it is switched on again', async () => {
  await take('01 Papelera del Norte A20481.xml')
  await engine.ask('account.setActive', { code: '601.55', isActive: false })
  const { accounts } = await engine.ask('account.search', { query: '601.55' })
  expect(accounts.map(({ code }) => code)).not.toContain('601.55')
  const { groups } = await engine.ask('coding.pending', {})
  const { lineIds } = sure(groups[0])
  const { failed } = await engine.ask('coding.correct', { lineIds, accountCode: '601.55' })
  expect(failed.map(({ error }) => error.code)).toEqual(['account_inactive'])
  await engine.ask('account.setActive', { code: '601.55', isActive: true })
  expect((await engine.ask('coding.correct', { lineIds, accountCode: '601.55' })).failed).toEqual([])
})

test('product codes are found by words without accents, with slips of the keyboard, and by their digits', async () => {
  const firstOf = async (query: string) => (await engine.ask('productCode.search', { query, limit: 5 })).productCodes[0]
  expect(await firstOf('gasolna premium')).toMatchObject({ code: '15101515', accountCode: '601.48' })
  expect((await firstOf('llntas'))?.name).toMatch(/^Llanta/)
  expect((await firstOf('151015'))?.code).toBe('15101500')
  expect(await firstOf('qwrtzxp')).toBeUndefined()
})

test('once the lessons are forgotten the next lines are coded without them, and a lesson brought back acts again', async () => {
  await take('01 Papelera del Norte A20481.xml')
  const { rows } = await engine.ask('document.list', { filter: {}, sort: {} })
  const view = await engine.ask('document.get', { documentId: sure(rows[0]).documentId })
  const isCreating = ({ fix }: { fix: { type: string } }) => fix.type === 'create_vendor'
  const unknown = sure(view.issues.find(issue => issue.suggestions.some(isCreating)))
  const { fix } = sure(unknown.suggestions.find(isCreating))
  await engine.ask('issue.applyFix', { issueId: unknown.id, fix })
  const { groups } = await engine.ask('coding.pending', {})
  const [taught, waiting] = sure(groups[0]).lineIds
  const before = sure(groups[0]).accountCode
  await engine.ask('coding.correct', { lineIds: [sure(taught)], accountCode: '601.83' })
  const accountOf = async (lineId: string | undefined) => {
    const { invoice } = await engine.ask('document.get', { documentId: view.documentId })
    return invoice?.lines.find(line => line.id === lineId)
  }
  const vendorId = sure((await engine.ask('coding.lessons', {})).lessons[0]).vendorId
  expect(await engine.ask('vendor.get', { vendorId })).toMatchObject({ defaultAccountCode: '601.83' })

  const lesson = sure((await engine.ask('coding.lessons', { vendorId })).lessons[0])
  const { entryId } = await engine.ask('lesson.forget', { vendorId, lessonId: lesson.id })
  expect(await engine.ask('vendor.get', { vendorId })).toMatchObject({ defaultAccountCode: null })
  expect(await accountOf(waiting)).toMatchObject({ accountCode: before, codingState: 'pending' })
  expect((await accountOf(waiting))?.codingEvidence.map(({ key }) => key)).not.toContain('vendor_default')
  expect(await accountOf(taught)).toMatchObject({ accountCode: '601.83', codingState: 'corrected' })

  await engine.ask('lesson.restore', { entryId })
  expect(await engine.ask('vendor.get', { vendorId })).toMatchObject({ defaultAccountCode: '601.83' })
  expect((await engine.ask('coding.lessons', { vendorId })).total).toBe(1)
})
