import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

// Every file of tests has a temporary folder of its own, in which all others are made: nothing of them stays behind.
const folder = mkdtempSync(join(tmpdir(), 'quittance-tests-'))
// The first on Unix, the others on Windows.
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
