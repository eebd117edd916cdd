import type { Locator } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { degrees, PDFDocument } from 'pdf-lib'
import { makeCfdi, makePdf } from '../made-invoices'
import { litBox, textInLitBox } from './lit-box'
import { personAt } from './person'
import { expect, sample, test, type QuittanceApp } from './quittance-app'

/** The same invoice on a sheet that lies on its side and is turned upright by /Rotate, as scanners and printers make them. */
async function makeTurnedPdf(number: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const [upright] = await pdf.embedPdf(await makePdf(number))
  if (!upright) throw new Error('the invoice has no page')
  const page = pdf.addPage([upright.height, upright.width])
  page.setRotation(degrees(90))
  page.drawPage(upright, { x: upright.height, y: 0, rotate: degrees(90) })
  return pdf.save()
}

/** The same invoice drawn smaller, on a sheet of which only a part is shown: its origin is not the page's corner. */
async function makeScaledPdf(number: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const [whole] = await pdf.embedPdf(await makePdf(number))
  if (!whole) throw new Error('the invoice has no page')
  const page = pdf.addPage([whole.width, whole.height])
  page.drawPage(whole, { x: 60, y: 90, xScale: 0.8, yScale: 0.8 })
  page.setCropBox(40, 70, whole.width * 0.85, whole.height * 0.85)
  return pdf.save()
}

/** Opens the only document of the list. */
async function openIt(app: QuittanceApp): Promise<void> {
  await app.settled(1)
  await expect(app.page.getByRole('grid')).toBeFocused()
  await app.page.keyboard.press('Enter')
  await expect(app.page.getByRole('region', { name: 'Fields' })).toBeVisible()
}

/** Puts the cursor into every field read from the page, and compares what stands in its box with what was read. */
async function everyBoxHoldsItsValue(app: QuittanceApp, atLeast: number): Promise<void> {
  const { page } = app
  const { documentIds } = await app.ask('document.ids', { filter: {}, sort: {} })
  const { invoice } = await app.ask('document.get', { documentId: documentIds[0] ?? ('' as never) })
  const fields = page.getByRole('region', { name: 'Fields' })
  let compared = 0
  for (const { name, origin } of invoice?.fields ?? []) {
    const input = fields.locator(`[data-focus-target="field:${name}"]`)
    if (origin?.kind !== 'page' || (await input.count()) === 0) continue
    await input.focus()
    await expect(litBox(page)).toHaveAttribute('data-box', `field:${name}`)
    const text = expect.poll(() => textInLitBox(page).then(inOneLine), name)
    // A currency's sign is written onto an amount, and a word is the smallest thing that has a place.
    if (name === 'currency') await text.toContain(origin.text)
    else await text.toBe(inOneLine(origin.text))
    await expect(litBox(page), 'brought into sight').toBeInViewport()
    compared++
  }
  expect(compared).toBeGreaterThanOrEqual(atLeast)
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

const documents = [
  {
    name: 'a digital PDF',
    write: async (folder: string) => {
      const path = join(folder, 'upright.pdf')
      writeFileSync(path, await makePdf(7))
      return path
    },
  },
  {
    name: 'a PDF with /Rotate 90',
    write: async (folder: string) => {
      const path = join(folder, 'turned.pdf')
      writeFileSync(path, await makeTurnedPdf(8))
      return path
    },
  },
  {
    name: 'a scaled and cropped PDF',
    write: async (folder: string) => {
      const path = join(folder, 'scaled.pdf')
      writeFileSync(path, await makeScaledPdf(9))
      return path
    },
  },
  { name: 'a scan', write: () => sample('11 Harrow and Pike scan.pdf') },
]

for (const { name, write } of documents) {
  test(`on ${name} each box holds the words of its value, as it lies, zoomed in, and turned by the reader`, async ({
    app,
    dataFolder,
  }) => {
    const person = personAt(app.page)
    await app.drop([await write(dataFolder)])
    await openIt(app)
    await everyBoxHoldsItsValue(app, 8)

    // Single letters belong to the document only outside text fields.
    const pages = app.page.getByRole('region', { name: 'Pages of the document' })
    const sheet = pages.getByRole('group', { name: 'Page 1 of 1' })
    const fit = await sizeOf(sheet)
    await pages.focus()
    await person.press('+', '+', '+', '+')
    await expect.poll(async () => (await sizeOf(sheet)).width).toBeGreaterThan(fit.width * 1.3)
    await everyBoxHoldsItsValue(app, 8)

    for (const turn of ['to its right', 'upside down', 'to its left']) {
      await test.step(`turned ${turn}`, async () => {
        await pages.focus()
        const { width, height } = await sizeOf(sheet)
        await person.press('r')
        if (turn === 'to its right') await expect.poll(() => sizeOf(sheet)).toEqual({ width: height, height: width })
        await everyBoxHoldsItsValue(app, 8)
      })
    }
  })
}

test('every value of an e-invoice lights the row of the XML that holds it, and names its path', async ({
  app,
  dataFolder,
}) => {
  const path = join(dataFolder, 'cfdi.xml')
  writeFileSync(path, makeCfdi(17))
  const { page } = app
  await app.drop([path])
  await openIt(app)
  const { documentIds } = await app.ask('document.ids', { filter: {}, sort: {} })
  const { invoice } = await app.ask('document.get', { documentId: documentIds[0] ?? ('' as never) })
  for (const { origin } of invoice?.lines ?? []) expect(origin?.kind).toBe('xml')

  const fields = page.getByRole('region', { name: 'Fields' })
  const lit = page.locator('.rv-xml-lit')
  const compared: string[] = []
  for (const { name, value, origin } of invoice?.fields ?? []) {
    const input = fields.locator(`[data-focus-target="field:${name}"]`)
    if (value === null || (await input.count()) === 0) continue
    // What no element says follows from paths, or is a default that says so.
    if (origin?.kind !== 'xml') {
      expect(['formula', 'default'], name).toContain(origin?.kind)
      continue
    }
    await input.focus()
    await expect(lit, name).toHaveAttribute('data-path', origin.path)
    await expect(lit, name).toBeInViewport()
    compared.push(name)
  }
  expect(compared).toEqual(
    expect.arrayContaining(['issue_date', 'currency', 'seller.tax_id', 'net_total', 'tax_total', 'grand_total']),
  )
})

async function sizeOf(sheet: Locator): Promise<{ width: number; height: number }> {
  return sheet.evaluate(({ offsetWidth: width, offsetHeight: height }: HTMLElement) => ({ width, height }))
}
