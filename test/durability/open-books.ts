import type { Engine, StartOptions } from '../../src/engine/engine'
import { AppError } from '../../src/shared/result'
import { ask } from '../../src/engine/cli/with-engine'
import { vaultPassphrase } from './life'

/** Starts an engine and, where the books lie in a vault, opens it as a person would. @throws what the engine throws */
export async function openBooks(engine: Engine, options: StartOptions): Promise<void> {
  try {
    await engine.start(options)
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.data.code !== 'vault_locked') throw thrown
    await ask(engine, 'vault.unlock', { kind: 'passphrase', secret: vaultPassphrase })
  }
}
