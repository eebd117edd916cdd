import type { CustomPublishOptions } from 'builder-util-runtime'
import electronUpdater, { type AppUpdater } from 'electron-updater'
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js'
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js'
import { createPublicKey, verify, type KeyObject } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { basename } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/result'

/** Address of the folder, and PEM of the makers' Ed25519 key. */
const SignedFeedOptions = z.object({ url: z.url(), publicKey: z.string() })

/**
 * A folder on a web server whose feed files (`latest-linux.yml`, `beta.yml` …) are believed only with the makers' signature
 * beside them (`<feed>.sig`). The feed holds the SHA-512 of every package, so one signature vouches for all of them on
 * every system, also where the system itself looks at no signature.
 */
export class SignedFeed extends GenericProvider {
  readonly #key: KeyObject

  constructor(options: CustomPublishOptions, updater: AppUpdater, runtime: ProviderRuntimeOptions) {
    const { url, publicKey } = SignedFeedOptions.parse(options)
    super({ provider: 'generic', url }, updater, runtime)
    this.#key = createPublicKey(publicKey)
  }

  /** @throws AppError `update_unsigned`, `update_wrong_signature` */
  protected override async httpRequest(
    url: URL,
    headers?: OutgoingHttpHeaders | null,
    cancellationToken = new electronUpdater.CancellationToken(),
  ): Promise<string | null> {
    const feed = await super.httpRequest(url, headers, cancellationToken)
    const signatureUrl = new URL(url)
    signatureUrl.pathname += '.sig'
    const signature = await super.httpRequest(signatureUrl, headers, cancellationToken).catch((thrown: unknown) => {
      throw isNotFound(thrown) ? new AppError('update_unsigned', {}, 'never', { cause: thrown }) : thrown
    })
    requireSignature(this.#key, basename(url.pathname), feed ?? '', signature ?? '')
    return feed
  }
}

/**
 * @param name of the feed file: one channel's feed is no other channel's
 * @throws AppError `update_unsigned`, `update_wrong_signature`
 */
function requireSignature(key: KeyObject, name: string, feed: string, signature: string): void {
  if (signature.trim() === '') throw new AppError('update_unsigned', {}, 'never')
  const isGenuine = verify(null, Buffer.from(`${name}\n${feed}`), key, Buffer.from(signature, 'base64'))
  if (!isGenuine) throw new AppError('update_wrong_signature', {}, 'never')
}

function isNotFound(thrown: unknown): boolean {
  return thrown instanceof Error && 'statusCode' in thrown && thrown.statusCode === 404
}
