import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { DocumentScore } from '../../../../../bench/reading-accuracy/compare'
import { compareRecord } from '../../../../../bench/reading-accuracy/compare'
import { loadEinvoiceTruth } from '../../../../../bench/reading-accuracy/load-truth'
import { readFileForBench } from '../../../../../bench/reading-accuracy/read-file'
import { reportOf } from '../../../../../bench/reading-accuracy/report'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { corpus, failureOf, hasCorpus } from './fixtures'

// Left out where the corpora are not beside the repository.
const supported = /^(cfdi|ubl|cii|zugferd|facturx|sat-retenciones|fatturapa|facturae)[^(]*( \(p7m\))?$/

test.skipIf(!hasCorpus)(
  'every header field and line of the e-invoice corpus is read as its manifest says',
  async () => {
    const truths = loadEinvoiceTruth(join(corpus, 'einvoice')).filter(({ group }) => supported.test(group))
    const scores: DocumentScore[] = []
    for (const truth of truths) scores.push(compareRecord(await readFileForBench(truth.path, truth.file), truth))
    const isPayable = (score: DocumentScore) => score.truth.isPayable || score.truth.isUnreadable
    const report = reportOf(
      scores.filter(isPayable),
      scores.filter(score => !isPayable(score)),
    )
    expect(report.misses).toEqual([])
    expect(report.documents).toBeGreaterThan(80)
  },
)

const hostileManifest = z.object({
  files: z.array(z.object({ file: z.string(), expected: z.string(), also_acceptable: z.array(z.string()).nullish() })),
})

test.skipIf(!hasCorpus)('every hostile XML ends in one of the verdicts its manifest allows', () => {
  const folder = join(corpus, 'hostile')
  const { files } = hostileManifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  const wrong = files
    .filter(({ file }) => file.startsWith('xml/'))
    .flatMap(({ file, expected, also_acceptable: others }) => {
      const verdict = verdictOf(new Uint8Array(readFileSync(join(folder, file))))
      return [expected, ...(others ?? [])].includes(verdict) ? [] : [`${file}: ${verdict} instead of ${expected}`]
    })
  expect(wrong).toEqual([])
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

function verdictOf(bytes: Uint8Array): string {
  let isRead = false
  const { code } = failureOf(() => {
    readXmlDocument(bytes)
    isRead = true
    throw Object.assign(new Error('read'), { data: { code: 'none' } })
  })
  return isRead ? 'processed' : `rejected: ${code}`
}
