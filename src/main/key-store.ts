import type { SafeStorage } from 'electron'
import type { KeyStoreKind } from '../shared/keys'
import { AppError } from '../shared/result'

/** Keeps secrets with a key of the operating system (Keychain, DPAPI, Secret Service, KWallet). */
export interface SystemKeyStore {
  readonly kind: Exclude<KeyStoreKind, 'key_files'>
  /** @throws AppError `key_store_unavailable` */
  seal(secret: string): Promise<string>
  /** @throws AppError `key_store_unavailable`, also when the secret was sealed on another machine or account */
  open(sealed: string): Promise<string>
}

export interface KeyStoreParts {
  readonly storage: SafeStorage
  readonly platform: string
  /** Whoever started the app said `--password-store=basic`. */
  readonly asksForBasic: boolean
}

/**
 * Where Linux has no key store, Chromium falls back to a password that is the same on every machine. That happens only
 * when the person who starts the app asks for it; otherwise nothing is kept.
 */
export function createKeyStore({ storage, platform, asksForBasic }: KeyStoreParts): SystemKeyStore {
  const hasNone = platform === 'linux' && storage.getSelectedStorageBackend() === 'basic_text'
  const kind = !hasNone ? 'system' : asksForBasic ? 'basic_text' : 'none'

  async function guarded<T>(work: () => Promise<T>): Promise<T> {
    if (kind === 'none') throw new AppError('key_store_unavailable')
    if (kind === 'basic_text') storage.setUsePlainTextEncryption(true)
    try {
      return await work()
    } catch (cause) {
      throw new AppError('key_store_unavailable', {}, 'user', { cause })
    }
  }

  return {
    kind,
    seal: secret =>
      guarded(async () => {
        const sealed = (await answersLater(storage))
          ? await storage.encryptStringAsync(secret)
          : storage.encryptString(secret)
        return sealed.toString('base64')
      }),
    open: sealed =>
      guarded(async () => {
        const bytes = Buffer.from(sealed, 'base64')
        return (await answersLater(storage))
          ? (await storage.decryptStringAsync(bytes)).result
          : storage.decryptString(bytes)
      }),
  }
}

/**
 * Whether the calls that do not block may be made. Before Electron 43 the question was answered at once, and sealing
 * crashed the app while the key was still on its way (electron/electron#51759): there the older calls are made.
 */
async function answersLater(storage: SafeStorage): Promise<boolean> {
  const answer: unknown = storage.isAsyncEncryptionAvailable()
  return answer instanceof Promise && (await answer) === true
}
