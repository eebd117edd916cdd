import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compareRecord } from '../../../../../bench/reading-accuracy/compare'
import { loadVisualTruth } from '../../../../../bench/reading-accuracy/load-truth'
import { readFileForBench } from '../../../../../bench/reading-accuracy/read-file'
import type { Truth } from '../../../../../bench/reading-accuracy/truth'
import { dropEngine } from '../../../../../src/engine/pipeline/read/ocr/recognise'

// Invoices labelled by hand; they lie beside the repository and are not part of it.
const folder = resolve('../shared/corpus/visual')
const truths = existsSync(folder) ? loadVisualTruth(folder) : []
const simulatedScan = /--(?:office|colour|fax|sideways|upside)\.pdf$/

afterAll(dropEngine)

/** Share of header fields that are right or rightly empty. */
async function accuracy(chosen: readonly Truth[], field?: string): Promise<number> {
  let [right, all] = [0, 0]
  for (const truth of chosen) {
    const { fields } = compareRecord(await readFileForBench(truth.path, truth.file), truth)
    for (const score of fields.filter(one => field === undefined || one.field === field)) {
      all += 1
      if (score.outcome === 'right' || score.outcome === 'empty') right += 1
    }
  }
  return right / all
}

// Floors a little under what was measured: they catch a step back, not noise.
test.skipIf(truths.length === 0)(
  'digital PDFs of the visual corpus keep their header accuracy',
  { timeout: 200_000 },
  async () => {
    const digital = truths.filter(truth => truth.group === 'digital_pdf')
    expect(await accuracy(digital)).toBeGreaterThan(0.88)
    expect(await accuracy(digital, 'grand_total')).toBeGreaterThan(0.93)
  },
)

test.skipIf(truths.length === 0)('a sample of scans keeps its header accuracy', { timeout: 200_000 }, async () => {
  const scans = truths.filter(truth => simulatedScan.test(truth.file)).slice(0, 6)
  expect(await accuracy(scans)).toBeGreaterThan(0.7)
})
