// Everything that can fail: sets up what a fresh machine lacks, builds, runs unit, engine, renderer and end-to-end tests.
// The main job is done twice: by the built sources and by the packed program.
// Usage: node scripts/test.mjs [--unit | --e2e]
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { electronBinary } from './electron-binary.mjs'
import { failedInPlaywright, failedInVitest, failedOutsideTests } from './failed-tests.mjs'
import { packUnpacked } from './package.mjs'
import { ensureSystemLibraries, hasDisplay } from './system-libraries.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const results = join(root, 'node_modules', '.cache', 'test-results')
const only = process.argv[2]
/** Kept by errors-outside-tests.mjs. */
const errorsOutsideTests = join(results, 'errors-outside-tests.json')

ensureSystemLibraries(electronBinary())
await ensureBuilt()
mkdirSync(results, { recursive: true })

const counts = { passed: 0, failed: 0, skipped: 0 }
const failed = []
let hasFailed = false

function run(tool, args, { readCounts, readFailed }, { onDisplay = false, more = {} } = {}) {
  const command = [process.execPath, join(root, 'scripts', 'with-electron.mjs'), tool, ...args]
  const whole = onDisplay && !hasDisplay() ? ['xvfb-run', '-a', '-s', '-screen 0 1680x1050x24', ...command] : command
  const report = join(results, `${tool}.json`)
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...more }
  const { status, signal } = spawnSync(whole[0], whole.slice(1), { stdio: 'inherit', cwd: root, env })
  hasFailed ||= status !== 0
  const told = JSON.parse(readFileSync(report, 'utf8'))
  const counted = readCounts(told)
  for (const outcome of Object.keys(counts)) counts[outcome] += counted[outcome]
  const found = readFailed(told)
  if (status !== 0 && found.length === 0) found.push({ test: tool, reason: `ended with ${status ?? signal}` })
  failed.push(...found)
}

const vitest = {
  readCounts: report => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  }),
  readFailed: report => [
    ...failedInVitest(report),
    ...failedOutsideTests(JSON.parse(readFileSync(errorsOutsideTests, 'utf8'))),
  ],
}
const playwright = {
  readCounts: ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }),
  readFailed: failedInPlaywright,
}

if (only !== '--e2e') {
  run(
    'vitest',
    [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(results, 'vitest.json')}`,
      '--reporter=./scripts/errors-outside-tests.mjs',
    ],
    vitest,
    { more: { QUITTANCE_ERRORS_OUTSIDE_TESTS: errorsOutsideTests } },
  )
}
if (only !== '--unit') {
  run('playwright', ['test', '--reporter=list,json'], playwright, { onDisplay: true })
  const { program } = await packUnpacked()
  // Two minutes of what `npm run test:packaged` does: not the updates, and one language, whose sentences are tested above.
  const some = ['contents', 'opening', 'security', 'main-job']
  const packaged = [
    'test',
    '-c',
    'playwright.packaged.config.ts',
    ...some,
    '--grep-invert',
    '\\[es\\]',
    '--reporter=list,json',
  ]
  run('playwright', packaged, playwright, { onDisplay: true, more: { QUITTANCE_PACKAGED: program } })
}

// Last of all, because only the end of a long output is kept by most build machines.
for (const { test, reason } of failed) console.log(`\nFAILED  ${test}\n${reason.slice(0, 3000)}`)
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
process.exitCode = hasFailed || counts.failed > 0 ? 1 : 0
