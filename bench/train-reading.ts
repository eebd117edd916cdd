// Learns everything the page reader weighs, from the development documents and from invented ones:
//   npm run bench -- train-reading [--corpus ../shared/corpus] [--words FOLDER] [--dry] [--misses]
// Cross-validated by layout family: the printed figures are of documents that were not learned from. Writes
// resources/reading/model.json from all documents, unless --dry is given. The same documents give the same file.
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { reportOf } from './reading-accuracy/report'
import { crossValidate } from './reading-training/cross-validate'
import { developmentExamples, inventedExamples } from './reading-training/examples'
import { learnCalibration, learnConfidence, learnSure, learnWeights } from './reading-training/learn'
import { validationTable } from './reading-training/report'

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string', default: '../shared/corpus' },
    words: { type: 'string', default: 'node_modules/.cache/quittance/reading-words' },
    dry: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
})

const invented = inventedExamples()
const real = await developmentExamples(resolve(options.corpus), resolve(options.words))
const { judged, scores } = crossValidate(real, invented)
console.log(validationTable(real.length, invented.length, judged, scores))

if (options.misses) console.log(`\nmisses:\n${reportOf(scores, []).misses.join('\n')}`)
if (!options.dry) {
  const learned = { confidence: learnConfidence(judged), calibration: learnCalibration(judged) }
  const model = {
    learnedFrom: {
      documents: real.length,
      families: new Set(real.map(({ truth }) => truth.family)).size,
      invented: invented.length,
    },
    weights: learnWeights([...real, ...invented]),
    ...learned,
    sure: learnSure(judged, learned),
  }
  writeFileSync(resolve('resources/reading/model.json'), `${JSON.stringify(model, null, 2)}\n`)
}
