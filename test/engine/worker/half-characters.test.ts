import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask, drained, engineOn } from '../../engine-on-disk'
import { pdfWithGlyphNames } from '../pipeline/read/pdf/odd-fonts'

test('an invoice whose text holds half an emoji is read like any other; the half is shown as unknown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quittance-half-characters-'))
  const file = join(folder, 'invoice.pdf')
  const lines = [
    'Northwind Garden Tools~ Ltd, 7 Harbour Road, Dover',
    'Invoice number: A-4077',
    'Invoice date: 2026-03-09',
    'Garden hose~ 20 m   1   1460.00   1460.00',
    'Subtotal: 1460.00 GBP',
    'VAT 20%: 292.00 GBP',
    'Total: 1752.00 GBP',
  ]
  writeFileSync(file, pdfWithGlyphNames(lines, [['~', 0xd83d]]))
  const engine = engineOn(join(folder, 'data'), 1)
  try {
    await engine.start({ posts: false })
    await engine.take([file], 'drop')
    await drained(engine)
    const { rows } = await ask(engine, 'document.list', { filter: {}, sort: { by: 'received' }, limit: 10 })
    expect(rows).toMatchObject([{ state: 'needs_review', vendorName: expect.stringContaining('\ufffd') as string }])
    const document = await ask(engine, 'document.get', { documentId: rows[0]?.documentId ?? ('' as never) })
    expect(JSON.stringify(document).isWellFormed()).toBe(true)
  } finally {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
