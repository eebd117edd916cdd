import { readFileSync, writeFileSync } from 'node:fs'
import { calibrationError, errorOfChance } from './reading-accuracy/claims'
import { confidenceOf, fieldGroups, learnConfidence, learnSure, type JudgedGrounds } from './reading-training/learn'
const judged = JSON.parse(readFileSync('/tmp/judged.json', 'utf8')) as JudgedGrounds[]
const families = [...new Set(judged.map(j => j.family))].toSorted()
const foldOf = (f: string) => families.indexOf(f) % 5
const out = [0, 1, 2, 3, 4].flatMap(k => {
  const others = judged.filter(j => foldOf(j.family) !== k)
  const confidence = learnConfidence(others)
  const sure = learnSure(others, confidence)
  return judged.filter(j => foldOf(j.family) === k).map(j => ({ ...j, probability: confidenceOf(j, { confidence, sure }) }))
})
for (const by of ['text_layer', 'ocr'] as const) for (const g of [...fieldGroups, null]) {
  const of = out.filter(o => o.by === by && (g === null || o.group === g))
  const sure = of.filter(o => o.probability >= 0.9)
  console.log(`${(g ?? 'all').padEnd(18)}${by}  ${of.length}  ${((100 * of.filter(o => o.isRight).length) / of.length).toFixed(1)} %  ${(100 * calibrationError(of)).toFixed(1)}  ${(100 * errorOfChance(of)).toFixed(1)}  ${sure.length}  ${((100 * sure.filter(o => o.isRight).length) / sure.length).toFixed(1)} %`)
}
const sure = out.filter(o => o.probability >= 0.9)
console.log('sure', sure.length, (100 * sure.filter(o => o.isRight).length / sure.length).toFixed(2))
if (process.argv.includes('--write')) {
  const model = JSON.parse(readFileSync('resources/reading/model.json', 'utf8'))
  const confidence = learnConfidence(judged)
  writeFileSync('resources/reading/model.json', `${JSON.stringify({ ...model, confidence, sure: learnSure(judged, confidence) }, null, 2)}\n`)
  console.log(JSON.stringify(confidence['amounts']))
}
process.exit(0)
