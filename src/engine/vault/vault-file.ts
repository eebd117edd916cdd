import { createCipheriv, createDecipheriv } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/result'
import type { VaultSecret } from '../../shared/vault'
import { derive, strength } from '../people/passphrases'
import { replaceDurably } from '../store/blob-files'
import { booksKeyBytes, idOf, type BooksKey } from '../store/books-key'
import { readRecoveryKey } from './recovery-key'

/** Beside the books it opens, and in each of their backups. */
export const vaultFileName = 'vault.json'

const bytes = z.base64().max(1000)

/** The books' key, encrypted with one that is derived from a secret. */
const WrappedKey = z.object({
  kdf: z.literal('scrypt'),
  // A file from elsewhere must not make this machine calculate for hours.
  cost: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20),
  blockSize: z.number().int().min(1).max(16),
  parallelism: z.number().int().min(1).max(4),
  salt: bytes,
  cipher: z.literal('aes-256-gcm'),
  nonce: bytes,
  wrapped: bytes,
  tag: bytes,
})
type WrappedKey = z.infer<typeof WrappedKey>

/** What lies open beside sealed books: nothing in it helps without one of the two secrets. */
export const VaultFile = z.object({
  format: z.literal('quittance vault'),
  version: z.literal(1),
  /** Which key is wrapped here: books and backups that name it are opened with it. */
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  passphrase: WrappedKey,
  recovery: WrappedKey,
})
export type VaultFile = z.infer<typeof VaultFile>

/** Random bytes from the system. */
export type RandomBytes = (bytes: number) => Uint8Array

type SecretKind = VaultSecret['kind']

export async function newVaultFile(
  key: BooksKey,
  secrets: Readonly<Record<SecretKind, string>>,
  random: RandomBytes,
): Promise<VaultFile> {
  return {
    format: 'quittance vault',
    version: 1,
    keyId: idOf(key),
    passphrase: await wrap(key, { kind: 'passphrase', secret: secrets.passphrase }, random),
    recovery: await wrap(key, { kind: 'recovery', secret: secrets.recovery }, random),
  }
}

/** The same vault with another passphrase, or another recovery key; the one before opens nothing any more. */
export async function rewrapped(
  file: VaultFile,
  key: BooksKey,
  secret: VaultSecret,
  random: RandomBytes,
): Promise<VaultFile> {
  return { ...file, [secret.kind]: await wrap(key, secret, random) }
}

/**
 * @throws AppError `vault_secret_wrong`, `recovery_key_mistyped`
 */
export async function unwrap(file: VaultFile, secret: VaultSecret): Promise<BooksKey> {
  const { salt, nonce, wrapped, tag, ...strengthThen } = file[secret.kind]
  const wrapping = await derive(textOf(secret), Buffer.from(salt, 'base64'), strengthThen)
  const cipher = createDecipheriv('aes-256-gcm', wrapping, Buffer.from(nonce, 'base64'), { authTagLength: 16 })
  cipher.setAAD(boundTo(file.keyId, secret.kind))
  try {
    cipher.setAuthTag(Buffer.from(tag, 'base64'))
    const key = Buffer.concat([cipher.update(Buffer.from(wrapped, 'base64')), cipher.final()])
    return new Uint8Array(key) as BooksKey
  } catch (cause) {
    throw new AppError('vault_secret_wrong', {}, 'user', { cause })
  }
}

async function wrap(key: BooksKey, secret: VaultSecret, random: RandomBytes): Promise<WrappedKey> {
  const salt = Buffer.from(random(16))
  const nonce = Buffer.from(random(12))
  const cipher = createCipheriv('aes-256-gcm', await derive(textOf(secret), salt, strength), nonce)
  cipher.setAAD(boundTo(idOf(key), secret.kind))
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()])
  return {
    kdf: 'scrypt',
    ...strength,
    salt: salt.toString('base64'),
    cipher: 'aes-256-gcm',
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  }
}

function textOf({ kind, secret }: VaultSecret): string {
  return kind === 'recovery' ? readRecoveryKey(secret) : secret
}

/** A wrapped key cannot be moved to another vault, nor to the other secret's place. */
function boundTo(keyId: string, kind: SecretKind): Buffer {
  return Buffer.from(`quittance vault 1 ${keyId} ${kind}`)
}

export function newBooksKey(random: RandomBytes): BooksKey {
  return new Uint8Array(random(booksKeyBytes)) as BooksKey
}

/**
 * @param folder a company's folder, or one backup
 * @returns null where there is no vault
 * @throws AppError `vault_unreadable` when the file is spoiled: without it the books cannot be opened by anybody
 */
export function readVaultFile(folder: string): VaultFile | null {
  const path = join(folder, vaultFileName)
  if (!existsSync(path)) return null
  try {
    return VaultFile.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    throw new AppError('vault_unreadable', {}, 'user', { cause })
  }
}

export function writeVaultFile(folder: string, file: VaultFile): void {
  replaceDurably(join(folder, vaultFileName), Buffer.from(`${JSON.stringify(file, null, 2)}\n`))
}
