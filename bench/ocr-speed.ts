// One OCR page beside the native `tesseract` command with the same language data, the same picture and one thread each:
//   npm run bench -- ocr-speed [--picture FILE] [--languages eng+spa] [--rounds 5] [--workers CORES] [--json]
// Ours is warm; the command starts anew for each page, so its time is given whole, which is the bar, and with what it needs for an empty
// picture taken off, which is how far our recognition alone is behind. Without a picture, a page is typed.
// Then as many processes as the machine has cores read it at once: together they should do 0.85 × cores of what one does alone.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { createCanvas } from '@napi-rs/canvas'
import { decodePage } from '../src/engine/pipeline/read/image/decode-image'
import { languageFolder } from '../src/engine/pipeline/read/ocr/language-data'
import { fromRgba, toPgm, type GreyImage } from '../src/engine/pipeline/read/ocr/pgm'
import { dropEngine, recognise } from '../src/engine/pipeline/read/ocr/recognise'
import { readersAtOnce, serveAsReader } from './parts/readers'

const { values: options } = parseArgs({
  options: {
    picture: { type: 'string' },
    languages: { type: 'string', default: 'spa+eng' },
    rounds: { type: 'string', default: '5' },
    workers: { type: 'string', default: String(availableParallelism()) },
    reader: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})

const dpi = 200
/** Share of N times one worker's pages that N workers on N cores should read. */
const scalingBar = 0.85
const rounds = Math.max(1, Number(options.rounds))
const languages = options.languages.split('+')
const image = options.picture === undefined ? typedPage() : (await decodePage(readFileSync(options.picture), 1)).image
if (options.reader) await serveAsReader(() => recognise(image, languages, dpi))
const folder = mkdtempSync(join(tmpdir(), 'ocr-speed-'))
for (const language of languages) {
  const name = `${language}.traineddata`
  writeFileSync(join(folder, name), gunzipSync(readFileSync(join(languageFolder(languages), `${name}.gz`))))
}

const ours: number[] = []
const native: number[] = []
const nativeStart: number[] = []
await recognise(image, languages, dpi)
// By turns, so that whatever else the machine does meets both alike.
for (let round = 0; round < rounds; round += 1) {
  const start = performance.now()
  await recognise(image, languages, dpi)
  ours.push(performance.now() - start)
  const command = nativeMs(image)
  if (command === null) continue
  native.push(command)
  nativeStart.push(nativeMs(blank()) ?? 0)
}
dropEngine()
rmSync(folder, { recursive: true })

const workers = Math.max(1, Number(options.workers))
const pagesOf = (count: number) => readersAtOnce(count, rounds, readerArguments())
const [alone, together] = [await pagesOf(1), await pagesOf(workers)]
const scaling = together / (alone * workers)

const bar = 1.15
const oursMs = median(ours)
const command =
  native.length === 0 ? null : { wholeMs: median(native), withoutStartMs: median(native) - median(nativeStart) }
const ratios = command && { toWhole: oursMs / command.wholeMs, toWithoutStart: oursMs / command.withoutStartMs }
const size = `${image.width} × ${image.height}`
if (options.json) {
  const result = {
    measurement: 'ocr-speed',
    cpu: cpus()[0]?.model,
    size,
    languages,
    rounds,
    oursMs,
    command,
  }
  const inParallel = { workers, alone, together, scaling, bar: scalingBar }
  console.log(JSON.stringify({ ...result, ratios, bar, inParallel }, null, 2))
} else {
  console.log(`page of ${size} pixels, ${options.languages}, median of ${rounds}`)
  console.log(`tesseract.js, warm            ${oursMs.toFixed(0)} ms`)
  if (command === null || ratios === null) console.log('tesseract is not installed: nothing to compare with')
  else {
    console.log(`tesseract, whole command      ${command.wholeMs.toFixed(0)} ms`)
    console.log(`tesseract, start-up taken off ${command.withoutStartMs.toFixed(0)} ms`)
    console.log(`ratio to the whole command    ${ratios.toWhole.toFixed(2)} (bar ${bar})`)
    console.log(`ratio without its start-up    ${ratios.toWithoutStart.toFixed(2)}`)
  }
  console.log(`one worker                    ${alone.toFixed(2)} pages a second`)
  console.log(`${workers} workers at once             ${together.toFixed(2)} pages a second`)
  console.log(`of ${workers} × one                   ${scaling.toFixed(2)} (bar ${scalingBar})`)
}
process.exit(0)

function readerArguments(): string[] {
  return [...(options.picture === undefined ? [] : ['--picture', options.picture]), '--languages', options.languages]
}

/** How long the command takes for a picture, start-up included; null when it is not installed. */
function nativeMs(picture: GreyImage): number | null {
  const file = join(folder, 'page.pgm')
  writeFileSync(file, toPgm(picture))
  const start = performance.now()
  try {
    const how = ['--tessdata-dir', folder, '-l', options.languages, '--oem', '1', '--psm', '3', '--dpi', String(dpi)]
    execFileSync('tesseract', [file, '-', ...how, 'tsv'], {
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return performance.now() - start
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw thrown
  }
}

function blank(): GreyImage {
  return { width: 200, height: 200, pixels: new Uint8Array(200 * 200).fill(255) }
}

/** An A4 page at 200 dpi with twenty lines of an invoice. */
function typedPage(): GreyImage {
  const [width, height] = [1654, 2339]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#000'
  context.font = '28px sans-serif'
  for (let row = 0; row < 20; row += 1) {
    const y = 700 + row * 60
    context.fillText(`${row + 1}`, 120, y)
    context.fillText(`Servicio de mantenimiento, equipo ${4000 + row * 37}`, 200, y)
    context.fillText(`${(row + 1) * 3}`, 1000, y)
    context.fillText(`${(1250.5 + row * 99.3).toFixed(2)}`, 1300, y)
  }
  context.font = 'bold 44px sans-serif'
  context.fillText('Factura A-2041', 120, 200)
  return fromRgba(context.getImageData(0, 0, width, height).data, width, height)
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? 0
}
