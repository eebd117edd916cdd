import { _electron, expect as baseExpect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallName, Input, Output } from '../../src/shared/contract'
import { electronBinary } from '../../scripts/electron-binary.mjs'
import { sandboxSwitches } from '../../scripts/system-libraries.mjs'
import { startPackaged, type StartedApp } from './packaged-program'

const root = join(import.meta.dirname, '../..')

/** Path of a shipped sample invoice. */
export function sample(fileName: string): string {
  return join(root, 'resources', 'samples', fileName)
}

/** The app as its user has it: a window, files to drop, a keyboard. */
export interface QuittanceApp {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Asks the engine over the page's own bridge; fails the test on an error. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  /** Drops files of the disk on the window. */
  drop(paths: readonly string[]): Promise<void>
  /** Waits until nothing is waiting or running in the queue and at least `received` documents are there. */
  settled(received: number): Promise<void>
  /** Waits until `received` documents have their row, read or not. */
  settledIntake(received: number): Promise<void>
  enginePid(): Promise<number | undefined>
  quit(): Promise<void>
}

/** The packaged program to test instead of the built sources: its absolute path. */
const packagedProgram = process.env['QUITTANCE_PACKAGED']

/** The moment at which every run of these tests begins, whatever day it is: a Friday, the sample invoices some weeks old. */
const morning = Date.UTC(2026, 10, 20, 16)
const runBegan = Date.now()
/** An app that is started again goes on where the one before it was. */
const clock = () => `--clock=${new Date(morning + Date.now() - runBegan).toISOString()}`

/** Starts the app on a data folder: from the built sources, or the packaged program where the run asks for it. */
export async function launch(dataFolder: string): Promise<QuittanceApp> {
  if (packagedProgram) return appOn(await startPackaged(packagedProgram, dataFolder))
  // The test runner itself runs on Electron's Node; the app must not.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env as Record<string, string>
  const electron = await _electron.launch({
    executablePath: electronBinary(),
    args: [root, ...sandboxSwitches(), `--data=${dataFolder}`, '--password-store=basic', '--lang=en-US', clock()],
    env,
  })
  return appOn({ electron, page: await electron.firstWindow(), quit: () => electron.close() })
}

async function appOn(started: StartedApp): Promise<QuittanceApp> {
  const { page } = started
  await page.setViewportSize({ width: 1440, height: 900 })
  // A key pressed before the first screen is drawn would go nowhere.
  await page.getByRole('heading', { level: 1 }).waitFor()

  const ask: QuittanceApp['ask'] = async (name, input) => {
    const reply = await page.evaluate(
      ([callName, callInput]) => window.quittance.call(callName as never, callInput as never),
      [name, input] as const,
    )
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    return reply.value as never
  }

  /** An engine that is just being started again answers later. */
  async function countsReach(goal: (counts: Output<'document.counts'>) => boolean): Promise<void> {
    for (;;) {
      const reply = await page.evaluate(() => window.quittance.call('document.counts', {}))
      if (reply.ok && goal(reply.value)) return
      await page.waitForTimeout(100)
    }
  }

  return {
    page,
    ask,
    get electron() {
      if (started.electron) return started.electron
      throw new Error('a packaged app lets nobody into its main process')
    },
    async drop(paths) {
      await page.evaluate(() => {
        const input = document.createElement('input')
        Object.assign(input, { type: 'file', multiple: true, id: 'files-to-drop', hidden: true })
        document.body.append(input)
      })
      await page.setInputFiles('#files-to-drop', [...paths])
      await page.evaluate(() => {
        const input = document.getElementById('files-to-drop') as HTMLInputElement
        const dataTransfer = new DataTransfer()
        for (const file of input.files ?? []) dataTransfer.items.add(file)
        const target = document.querySelector('main') ?? document.body
        for (const type of ['dragenter', 'dragover', 'drop']) {
          target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
        }
        input.remove()
      })
    },
    settled: received => countsReach(counts => counts.conservation.received >= received && isIdle(counts)),
    settledIntake: received => countsReach(counts => counts.conservation.received >= received),
    enginePid: async () =>
      started.electron?.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Quittance engine')?.pid),
    quit: started.quit,
  }
}

function isIdle({ progress }: Output<'document.counts'>): boolean {
  return progress.waiting + progress.running === 0
}

/** Tests with a fresh data folder each; whatever is still open at the end is closed. */
export const test = base.extend<{ dataFolder: string; app: QuittanceApp }>({
  dataFolder: async ({ browserName: _ }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'quittance-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  app: async ({ dataFolder }, use) => {
    const app = await launch(dataFolder)
    await use(app)
    await app.quit()
  },
})

/** Patient: two cores busy with OCR draw late, and late is not wrong. */
export const expect = baseExpect.configure({ timeout: 15_000 })
