import { readFileSync } from 'node:fs'
import { readXmlDocument } from '../../src/engine/pipeline/read/einvoice/read-xml-document'
import { signedContent } from '../../src/engine/pipeline/read/xml/signed-content'
import { sniff } from '../../src/engine/pipeline/sniff'
import type { ReadOptions } from '../../src/engine/worker/protocol'
import { toErrorData } from '../../src/shared/result'
import type { ReadRecord } from './record'
import { recordOf, sha256Of } from './record'

/** What a new company's settings give the reader; nothing that would help with a corpus. */
const options: ReadOptions = {
  forceOcr: false,
  ocrLanguages: ['eng', 'spa'],
  maxPages: 200,
  ownTaxIds: [],
  country: 'MX',
  homeCurrency: 'MXN',
}

/** Reads one file in this process, timed without the disk. What cannot be read is a record with its reason. */
export async function readFileForBench(path: string, file: string): Promise<ReadRecord> {
  const bytes = new Uint8Array(readFileSync(path))
  const sha256 = sha256Of(bytes)
  const { kind, mediaType } = sniff(bytes, bytes.length)
  const start = performance.now()
  try {
    if (kind === 'xml' || kind === 'p7m') {
      const reading = readXmlDocument(kind === 'p7m' ? signedContent(bytes) : bytes)
      return recordOf(file, sha256, reading, performance.now() - start)
    }
    // Loaded when needed: the XML corpus is measured without pdf.js and OCR in memory.
    const { readDocument } = await import('../../src/engine/pipeline/read/read-document')
    const reading = await readDocument(bytes, kind, mediaType, options, () => undefined)
    return recordOf(file, sha256, reading, performance.now() - start)
  } catch (thrown) {
    const { code } = toErrorData(thrown)
    if (code === 'bug') throw thrown
    return { file, sha256, format: 'none', error: code }
  }
}
