import { readFileSync } from 'node:fs'
import { readXmlDocument } from '../../src/engine/pipeline/read/einvoice/read-xml-document'
import { signedContent } from '../../src/engine/pipeline/read/xml/signed-content'
import { sniff } from '../../src/engine/pipeline/sniff'
import { toErrorData } from '../../src/shared/result'
import type { ReadRecord } from './record'
import { recordOf, sha256Of } from './record'

/** Reads one file in this process, timed without the disk. What cannot be read is a record with its reason. */
export async function readFileForBench(path: string, file: string): Promise<ReadRecord> {
  const bytes = new Uint8Array(readFileSync(path))
  const sha256 = sha256Of(bytes)
  const { kind } = sniff(bytes, bytes.length)
  const start = performance.now()
  try {
    if (kind !== 'xml' && kind !== 'p7m') return { file, sha256, format: 'none', error: 'not_measured_here' }
    const reading = readXmlDocument(kind === 'p7m' ? signedContent(bytes) : bytes)
    return recordOf(file, sha256, reading, performance.now() - start)
  } catch (thrown) {
    const { code } = toErrorData(thrown)
    if (code === 'bug') throw thrown
    return { file, sha256, format: 'none', error: code }
  }
}
