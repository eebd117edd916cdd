import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { toErrorData } from '../../../../../src/shared/result'
import { giveMemoryBack } from '../../../../../src/engine/pipeline/read/give-memory-back'
import { readDocument } from '../../../../../src/engine/pipeline/read/read-document'
import { sniff } from '../../../../../src/engine/pipeline/sniff'
import { readOptions } from '../page/page-fixture'

// What these files say when they are read; that each gets its verdict is test/corpus/hostile.test.ts's business, which
// reads them in processes that can be ended. They lie beside the repository and are not part of it.
const folder = resolve('../shared/corpus/hostile')
const isHere = existsSync(folder)

/** The verdict in the corpus's words. */
async function verdict(file: string, password?: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(join(folder, file)))
  if (bytes.length === 0) return 'rejected: empty_file'
  const { kind, mediaType } = sniff(bytes, bytes.length)
  try {
    await readDocument(bytes, kind, mediaType, { ...readOptions, ...(password ? { password } : {}) }, () => undefined)
    return 'processed'
  } catch (thrown) {
    const { code } = toErrorData(thrown)
    return code === 'needs_password' ? 'needs password' : `rejected: ${code}`
  }
}

afterEach(giveMemoryBack)

describe.skipIf(!isHere)('hostile PDFs and pictures (corpus beside the repository)', () => {
  test('a wrong password is said to be wrong', async () => {
    expect(await verdict('pdf/enc-aes256-user-password.pdf', 'guess')).toBe('rejected: wrong_password')
  })

  test('hidden text with another total is marked, and the total in plain sight counts', async () => {
    const bytes = new Uint8Array(readFileSync(join(folder, 'pdf/hidden-text-other-total.pdf')))
    const { pages, facts } = await readDocument(bytes, 'pdf', 'application/pdf', readOptions, () => undefined)
    expect(pages[0]?.words.some(word => word.hidden)).toBe(true)
    expect(facts.chosen.grand_total?.value).toBe('1160.00')
  })

  test('a page that says something else than its embedded XML is reported', async () => {
    const bytes = new Uint8Array(readFileSync(join(folder, 'pdf/embedded-xml-contradicts-page.pdf')))
    const { remarks } = await readDocument(bytes, 'pdf', 'application/pdf', readOptions, () => undefined)
    expect(remarks).toContainEqual({
      code: 'xml_page_disagree',
      params: expect.objectContaining({ field: 'grand_total' }) as Record<string, string>,
    })
  })
})
