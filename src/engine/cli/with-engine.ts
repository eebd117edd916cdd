import { resolve } from 'node:path'
import type { CallName, Input, Output } from '../../shared/contract'
import { AppError, type Reply } from '../../shared/result'
import { createEngine, type Engine, type StartOptions } from '../engine'
import type { EngineHost } from '../host'
import { keyFileStore, readKeyFile } from '../key-file'
import { activePersonNamed } from '../people/people-store'
import type { CommonOptions, Terminal } from './terminal'
import { askForSecret } from './vault-key'

export function dataFolderOf(options: CommonOptions, terminal: Terminal): string {
  return resolve(options.data ?? terminal.defaultDataFolder)
}

/** Opens the books, does the work, closes them again whatever happens. */
export async function withEngine<T>(
  terminal: Terminal,
  options: CommonOptions,
  start: Omit<StartOptions, 'company'> & { readonly keyFile?: string },
  work: (engine: Engine) => Promise<T>,
): Promise<T> {
  const dataFolder = dataFolderOf(options, terminal)
  const host: EngineHost = {
    dataFolder,
    resourcesFolder: terminal.resourcesFolder,
    version: terminal.version,
    startWorker: terminal.startWorker,
    workers: options.workers ?? terminal.cores,
    now: () => terminal.now(),
    random: () => terminal.random(),
    keyStore: keyFileStore(start.keyFile),
    log: terminal.openLog(dataFolder),
  }
  const engine = createEngine(host)
  terminal.guardSockets(engine.network)
  try {
    const { reads = false, posts = false, acceptsLoss = false } = start
    await engine.start({ reads, posts, acceptsLoss, company: options.company }).catch(async (thrown: unknown) => {
      if (!(thrown instanceof AppError) || thrown.data.code !== 'vault_locked') throw thrown
      await ask(engine, 'vault.unlock', await askForSecret(terminal, options))
    })
    await signIn(engine, options)
    return await work(engine)
  } finally {
    await engine.close()
  }
}

/**
 * Seats whoever is named.
 *
 * @throws AppError `person_not_found`, `app_locked` where people sign in and nobody did, what `people.sit` answers
 */
async function signIn(engine: Engine, { person, passphraseFile }: CommonOptions): Promise<void> {
  const { store, seat } = engine.company()
  if (person !== undefined) {
    const found = activePersonNamed(store.db, person)
    if (!found) throw new AppError('person_not_found', {}, 'user')
    const passphrase = passphraseFile === undefined ? null : readKeyFile(passphraseFile)
    await ask(engine, 'people.sit', { personId: found.id, passphrase })
  }
  seat.require('read')
}

/**
 * Asks the engine as the window does.
 * @throws AppError what the engine answered
 */
export async function ask<N extends CallName>(engine: Engine, name: N, input: Input<N>): Promise<Output<N>> {
  return valueOf((await engine.call(name, input)) as Reply<Output<N>>)
}

/** @throws AppError the error in the reply */
export function valueOf<T>(reply: Reply<T>): T {
  if (reply.ok) return reply.value
  const { code, params, retry } = reply.error
  throw new AppError(code, params, retry)
}
