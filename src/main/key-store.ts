import { app, safeStorage } from 'electron'
import { AppError } from '../shared/result'

/**
 * Secrets are encrypted with a key that the operating system keeps (Keychain, DPAPI, Secret Service, KWallet).
 * Where Linux has none, Chromium would fall back to a fixed password; that happens only when the person who starts the
 * app asks for it with `--password-store=basic`.
 */
function requireKeyStore(): void {
  const asksForBasic = process.platform === 'linux' && app.commandLine.getSwitchValue('password-store') === 'basic'
  if (asksForBasic && !safeStorage.isEncryptionAvailable()) safeStorage.setUsePlainTextEncryption(true)
  if (!safeStorage.isEncryptionAvailable()) throw new AppError('key_store_unavailable')
}

/** @throws AppError `key_store_unavailable` */
export function sealSecret(secret: string): string {
  requireKeyStore()
  return safeStorage.encryptString(secret).toString('base64')
}

/** @throws AppError `key_store_unavailable`, also when the secret was sealed on another machine or account */
export function openSecret(sealed: string): string {
  requireKeyStore()
  try {
    return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
  } catch (cause) {
    throw new AppError('key_store_unavailable', {}, 'user', { cause })
  }
}
