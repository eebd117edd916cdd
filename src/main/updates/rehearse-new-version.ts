import { execFile } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '../../shared/result'
import { isRehearsalSound, type Rehearsal } from '../../shared/update'
import { RehearsalReport, rehearsalSwitches } from './rehearsal-report'

const run = promisify(execFile)

/** Two hundred scans on a slow machine; who needs longer hangs. */
const longestMs = 60 * 60_000

/**
 * Starts the downloaded version on a copy of the books and waits for its report.
 *
 * @param folder of our own, for the copy and the report
 * @param key of books in a vault: told to the new version on its standard input, where nobody else reads it
 * @returns null where the system gives no program to start before it is installed (an installer for Windows)
 * @throws AppError `update_rehearsal_failed` when there is no report, `update_unsound` when the report forbids the version
 */
export async function rehearseNewVersion(
  download: string,
  dataFolder: string,
  folder: string,
  key: Uint8Array | null,
): Promise<Rehearsal | null> {
  const unpacked = join(folder, 'new-version')
  const scratch = join(folder, 'rehearsal')
  const report = join(folder, 'rehearsal.json')
  await rm(report, { force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const program = await programIn(download, unpacked)
    if (program === null) return null
    const words = { ...rehearsalSwitches }
    const running = run(
      program,
      [
        `--${words.dataFolder}=${dataFolder}`,
        `--${words.scratchFolder}=${scratch}`,
        `--${words.report}=${report}`,
        ...(key === null ? [] : [`--${words.key}=stdin`]),
        // Root in a container cannot use the sandbox, in any version.
        ...(process.argv.includes('--no-sandbox') ? ['--no-sandbox'] : []),
      ],
      { timeout: longestMs, killSignal: 'SIGKILL', env: withoutOwnImage() },
    )
    // A program that ends without reading it is told by how it ended; unheard, the closed pipe would end this one as well.
    running.child.stdin?.on('error', () => undefined)
    running.child.stdin?.end(key === null ? '' : Buffer.from(key).toString('base64'))
    await running
    return checked(RehearsalReport.parse(JSON.parse(await readFile(report, 'utf8'))))
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : new AppError('update_rehearsal_failed', {}, 'never', { cause: thrown })
  } finally {
    for (const left of [unpacked, scratch, `${scratch}-window`]) await rm(left, { recursive: true, force: true })
  }
}

function checked(report: RehearsalReport): Rehearsal {
  if (!report.ok) throw new AppError('update_rehearsal_failed', { code: report.error.code }, 'never')
  if (!isRehearsalSound(report.value)) throw new AppError('update_unsound', {}, 'never')
  return report.value
}

/** A Mac's archive is unpacked aside; an AppImage is a program as it is. */
async function programIn(download: string, unpacked: string): Promise<string | null> {
  if (process.platform === 'linux') return download
  if (process.platform !== 'darwin') return null
  await run('/usr/bin/ditto', ['-x', '-k', download, unpacked])
  return join(unpacked, 'Quittance.app', 'Contents', 'MacOS', 'Quittance')
}

/** The running AppImage tells its children where it is mounted; another one must find its own place. */
function withoutOwnImage(): NodeJS.ProcessEnv {
  const { APPIMAGE: _image, APPDIR: _folder, ...env } = process.env
  return env
}
