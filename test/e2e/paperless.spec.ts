import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { DocumentId } from '../../src/shared/ids'
import { startStandIn, type StandIn } from '../ledger-stand-in/server'
import type { Stored } from '../paperless-stand-in/archive'
import { startPaperless, type PaperlessStandIn } from '../paperless-stand-in/server'
import { makeCfdi, makePdf } from '../made-invoices'
import { expect, test, type QuittanceApp } from './quittance-app'
import { costAccount } from './twelve-invoices'

const invoiceTag = 1
const invoiceType = 1
const count = 8

test('connect, choose, pull eight documents, approve and post: the archive says so, and nothing more once it is switched off', async ({
  app,
  dataFolder,
}) => {
  const archive = await startPaperless()
  const ledger = await startStandIn()
  await fill(archive)
  try {
    await test.step('connect in Settings', () => connect(app, archive))
    await test.step('choose by tag and type: eight documents are read', () => choose(app, archive))
    await test.step('switch the write-back on', () => switchOn(app))
    const ids = await test.step('approve and post seven', () => post(app, ledger))
    await test.step('the archive says what became of them', () => compare(archive, ids.length))
    await test.step('what came by drop is stored there, XML stays here', () => storeOthers(app, archive, dataFolder))
    await test.step('screens break no accessibility rule', () => checkScreens(app))
    await test.step('switched off, nothing is written', () => switchOff(app, archive))
  } finally {
    await archive.close()
    await ledger.close()
  }
})

/** Eight invoices of the chosen kind, one without the tag and one of another type. */
async function fill({ archive, add }: PaperlessStandIn): Promise<void> {
  const named = { id: 1, owner: null, matchingAlgorithm: 0, color: '#a6cee3', isInbox: false, parent: null }
  archive.named.tags.push({ ...named, name: 'facturas' })
  archive.named.document_types.push({ ...named, name: 'Invoice' })
  archive.ids.set('tags', 1).set('document_types', 1)
  for (let number = 1; number <= count + 2; number++) {
    add({
      title: `Factura P-${number}`,
      fileName: `P-${number}.pdf`,
      bytes: Buffer.from(await makePdf(number)),
      tags: number === count + 1 ? [] : [invoiceTag],
      documentType: number === count + 2 ? null : invoiceType,
    })
  }
}

async function connect({ page, ask }: QuittanceApp, archive: PaperlessStandIn): Promise<void> {
  await ask('settings.set', {
    patch: { companyTaxIds: ['URE180429TM6'], companyName: 'Universidad Robótica', firstRunDone: true },
  })
  await page.keyboard.press('Control+,')
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Paperless-ngx' }).click()
  const section = page.getByRole('region', { name: 'Paperless-ngx' })
  await section.getByRole('textbox', { name: 'URL of Paperless-ngx' }).fill(archive.url)
  await section.getByLabel('Token', { exact: true }).fill('f'.repeat(40))
  await section.getByRole('button', { name: 'Test and connect Paperless-ngx' }).click()
  await expect(section.getByText('does not accept the token')).toBeVisible()
  await section.getByLabel('Token', { exact: true }).fill(archive.token)
  await page.keyboard.press('Enter')
  await expect(section.getByText(`Connected to ${archive.url} as ap-bot`)).toBeVisible()
  await expect(section.getByText('Nothing is taken in until you choose.')).toBeVisible()
}

async function choose({ page, ask, settled }: QuittanceApp, archive: PaperlessStandIn): Promise<void> {
  const section = page.getByRole('region', { name: 'Paperless-ngx' })
  for (const [label, option] of [
    ['With all of these tags', 'facturas'],
    ['Of one of these types', 'Invoice'],
  ] as const) {
    await section.getByRole('button', { name: label }).click()
    await page.getByRole('option', { name: option }).click()
    await page.keyboard.press('Escape')
  }
  expect((await ask('paperless.status', {})).counts.taken).toBe(0)
  await section.getByRole('button', { name: 'Take these in' }).click()
  await expect(page.getByText('The archive is being looked through.')).toBeVisible()
  await settled(count)
  const { conservation } = await ask('document.counts', {})
  expect(conservation.received).toBe(count)
  expect(archive.calls.filter(({ method }) => method !== 'GET')).toEqual([])
  const { documentIds } = await ask('document.ids', { filter: {}, sort: {} })
  const { source } = await ask('document.get', { documentId: sure(documentIds[0]) })
  expect(source).toBe('paperless')
}

async function switchOn({ page, ask }: QuittanceApp): Promise<void> {
  const section = page.getByRole('region', { name: 'Paperless-ngx' })
  for (const part of [/^State:/, /^Total/, /^Number of the bill/, /^Address of the bill/, /^Vendor as/, /^A note/]) {
    await section.getByRole('switch', { name: part }).press('Space')
    await expect(section.getByRole('switch', { name: part })).toBeChecked()
  }
  const { options } = await ask('paperless.status', {})
  expect(Object.values(options.writeBack)).toEqual(Array<boolean>(7).fill(true))
}

/** @returns the documents posted; one is left as it is */
async function post({ ask }: QuittanceApp, ledger: StandIn): Promise<DocumentId[]> {
  await ask('ledger.connect', { url: ledger.url, apiKey: ledger.apiKey })
  const { documentIds } = await ask('document.ids', { filter: {}, sort: {} })
  const chosen = documentIds.slice(0, count - 1)
  await ask('document.setAccount', { documentIds: chosen, accountCode: costAccount })
  for (const documentId of chosen) await settleIssues(ask, documentId)
  const { failed } = await ask('document.approve', { documentIds: chosen })
  expect(failed).toEqual([])
  await expect
    .poll(
      async () => {
        await ask('ledger.sync', {})
        return (await ask('document.counts', {})).tabs.posted
      },
      { timeout: 60_000 },
    )
    .toBe(chosen.length)
  return chosen
}

/** Makes vendors, and waives what does not concern the archive (these invoices bear no real seal). */
async function settleIssues(ask: QuittanceApp['ask'], documentId: DocumentId): Promise<void> {
  for (let round = 0; round < 12; round++) {
    const { issues } = await ask('document.get', { documentId })
    const [issue] = issues.filter(each => each.state === 'open')
    if (!issue) return
    const made = issue.suggestions.find(({ fix }) => fix.type === 'create_vendor' || fix.type === 'choose_vendor')
    const fix = made?.fix ?? { type: 'waive' as const, reason: 'test' }
    await ask('issue.applyFix', { issueId: issue.id, fix, note: 'test' })
  }
}

async function compare({ archive }: PaperlessStandIn, posted: number): Promise<void> {
  const tag = () => archive.named.tags.find(({ name }) => name === 'quittance:processed')?.id
  const isWritten = (stored: Stored) => stored.tags.includes(tag() ?? -1) && stored.notes.length > 0
  await expect.poll(() => archive.documents.filter(isWritten).length, { timeout: 30_000 }).toBe(posted)
  const valueOf = (stored: Stored, name: string) => {
    const field = archive.customFields.find(each => each.name === name)
    return stored.customFields.find(each => each.field === field?.id)?.value
  }
  for (const stored of archive.documents.filter(isWritten)) {
    expect(stored.tags, 'the tag it was chosen by stays').toContain(invoiceTag)
    expect(String(valueOf(stored, 'BigCapital bill id'))).toMatch(/^\d+$/)
    expect(String(valueOf(stored, 'BigCapital bill URL'))).toMatch(/\/bills\/\d+\/edit$/)
    expect(String(valueOf(stored, 'Invoice total'))).toMatch(/^[A-Z]{3}\d+\.\d\d$/)
    expect(stored.notes).toHaveLength(1)
    expect(archive.named.correspondents.map(({ id }) => id)).toContain(stored.correspondent)
  }
  expect(archive.documents.filter(({ tags }) => tags.includes(tag() ?? -1))).toHaveLength(posted)
}

async function storeOthers(app: QuittanceApp, archive: PaperlessStandIn, dataFolder: string): Promise<void> {
  const { page, ask, drop, settled } = app
  const section = page.getByRole('region', { name: 'Paperless-ngx' })
  await section.getByRole('switch', { name: /^Store in Paperless-ngx/ }).press('Space')
  await expect(section.getByText('so it is kept here only')).toBeVisible()
  const before = archive.archive.documents.length
  const mailed = join(dataFolder, 'by mail.pdf')
  writeFileSync(mailed, await makePdf(count + 3))
  const xml = join(dataFolder, 'M-20.xml')
  writeFileSync(xml, makeCfdi(20))
  await drop([mailed, xml])
  await settled(count + 2)
  const { documentIds } = await ask('document.ids', { filter: { source: 'drop' }, sort: {} })
  expect(documentIds).toHaveLength(2)
  await ask('document.setAccount', { documentIds, accountCode: costAccount })
  for (const documentId of documentIds) await settleIssues(ask, documentId)
  expect((await ask('document.approve', { documentIds })).failed).toEqual([])
  await expect
    .poll(
      async () => {
        await ask('paperless.sync', {})
        return archive.archive.documents.slice(before).map(({ originalFileName }) => originalFileName)
      },
      { timeout: 30_000 },
    )
    .toEqual(['by mail.pdf'])
  await expect
    .poll(async () => (await ask('paperless.sync', {})).counts, { timeout: 30_000 })
    .toMatchObject({ uploading: 0, toWrite: 0, failed: 0 })
  expect((await ask('document.counts', {})).conservation.received, 'what was stored there is not taken in again').toBe(
    count + 2,
  )
}

async function checkScreens({ page, ask }: QuittanceApp): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const theme of ['light', 'dark'] as const) {
    await ask('settings.set', { patch: { theme } })
    const axe = new AxeBuilder({ page }).setLegacyMode().exclude('[data-live-announcer]')
    const { violations } = await axe.analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${theme}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([])
  }
}

async function switchOff({ page, ask }: QuittanceApp, archive: PaperlessStandIn): Promise<void> {
  const on = page.getByRole('region', { name: 'Paperless-ngx' }).getByRole('switch', { checked: true })
  for (let left = await on.count(); left > 0; left--) {
    await on.last().press('Space')
    await expect(on).toHaveCount(left - 1)
  }
  const { documentIds } = await ask('document.ids', { filter: {}, sort: {} })
  const views = await Promise.all(documentIds.map(documentId => ask('document.get', { documentId })))
  const last = sure(views.find(({ state }) => state !== 'approved' && state !== 'posted')?.documentId)
  const changes = () => archive.calls.filter(({ method }) => method !== 'GET').length
  const before = changes()
  await ask('document.setAccount', { documentIds: [last], accountCode: costAccount })
  await settleIssues(ask, last)
  expect((await ask('document.approve', { documentIds: [last] })).failed).toEqual([])
  await ask('paperless.sync', {})
  expect(changes()).toBe(before)
  expect((await ask('paperless.status', {})).counts.toWrite).toBe(0)
}

function sure<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('expected a value')
  return value
}

test('a folder chosen in the system’s dialog is watched, and its invoices come in by themselves', async ({ app }) => {
  const { page, electron, ask, settled } = app
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'quittance-scans-')))
  await ask('settings.set', { patch: { firstRunDone: true } })
  // The system's own dialog cannot be driven: it is answered in its place.
  await electron.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths })
    },
    [folder],
  )
  await page.keyboard.press('Control+,')
  const section = page.getByRole('region', { name: 'Watched folders' })
  await section.getByRole('button', { name: 'Watch a folder…' }).click()
  const list = section.getByRole('list', { name: 'Watched folders' })
  await expect(list.getByText(folder)).toBeVisible()
  writeFileSync(join(folder, 'P-1.pdf'), await makePdf(1))
  await settled(1)
  await expect(list.getByText('1 file taken in')).toBeVisible()
  await electron.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
  })
  await section.getByRole('button', { name: 'Watch a folder…' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await list.getByRole('button', { name: 'Stop watching' }).click()
  await expect(section.getByText('No folder is watched.')).toBeVisible()
  rmSync(folder, { recursive: true })
})
