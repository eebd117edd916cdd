import type { EpochMs } from '../../shared/ids'
import type { PaperlessOptions, PaperlessWriteBack } from '../../shared/paperless'
import { AppError } from '../../shared/result'
import type { DecisionContext } from '../decisions/context'
import type { EngineLog } from '../host'
import type { Server } from '../http/server'
import { ServerFailure } from '../http/server-failure'
import type { Announce } from '../queue/announcer'
import type { Blobs } from '../store/blobs'
import type { Store } from '../store/open'
import type { CustomField } from './answers'
import type { PaperlessCheckpoint } from './checkpoint'
import type { PaperlessConnection } from './connection'
import { createPaperless, type Paperless } from './paperless-api'

/** Everything one run needs: the archive as one token sees it, and our own books. */
export interface PaperlessSession {
  readonly store: Store
  readonly blobs: Blobs
  readonly paperless: Paperless
  /** Address of the archive, the name its links are kept under. */
  readonly server: string
  /** Files are known there by their SHA-256, before release 3 by their MD5. */
  readonly hash: 'sha256' | 'md5'
  readonly options: PaperlessOptions
  readonly log: EngineLog
  readonly announce: Announce
  readonly signal: AbortSignal
  now(): EpochMs
  random(): number
  context(): DecisionContext
  /** New jobs wait for the queue. */
  wake(): void
  readonly known: KnownNames
  readonly checkpoint: PaperlessCheckpoint
}

/** Ids found or made during a session, by name. */
export interface KnownNames {
  readonly tags: Map<string, number>
  readonly correspondents: Map<string, number>
  readonly fields: Map<string, CustomField>
}

export const nothingKnown = (): KnownNames => ({ tags: new Map(), correspondents: new Map(), fields: new Map() })

/** The only version that releases 2 and 3 both speak, and the newest we know. */
const lowestVersion = 9
const highestVersion = 10

/** What the server says about itself and the account. */
export interface Acquaintance {
  readonly connection: PaperlessConnection
  /** Undefined where the account may do everything, or may not ask. */
  readonly permissions: readonly string[] | undefined
}

/**
 * Gets acquainted: asked without a version, because a refused version tells nothing about the ones that would do.
 *
 * @param serverFor the server with these headers besides the token
 * @throws ServerFailure; AppError `paperless_version_too_old`
 */
export async function acquaint(
  url: string,
  serverFor: (headers: Record<string, string>) => Server,
): Promise<Acquaintance> {
  const paperless = createPaperless(serverFor({}))
  const asked = await paperless.whoAmI().catch((thrown: unknown) => {
    const isForbidden = thrown instanceof ServerFailure && thrown.data.code === 'paperless_permission_missing'
    if (!isForbidden) throw thrown
    return undefined
  })
  const { headers } = asked ?? (await paperless.probe())
  const spoken = Number(headers.get('x-api-version') ?? NaN)
  const release = headers.get('x-version') ?? ''
  if (!Number.isInteger(spoken) || spoken < 1 || release === '') {
    throw new AppError('paperless_contract_broken', {}, 'user')
  }
  if (spoken < lowestVersion) throw new AppError('paperless_version_too_old', { release: release.slice(0, 40) }, 'user')
  const apiVersion = Math.min(highestVersion, spoken)
  return {
    connection: { url, user: asked?.value.user.username ?? '', release: release.slice(0, 40), apiVersion },
    permissions: asked === undefined || asked.value.user.is_superuser === true ? undefined : asked.value.permissions,
  }
}

/** Headers that pin the version from here on. */
export const versionHeaders = (apiVersion: number) => ({ accept: `application/json; version=${apiVersion}` })

/** What the account needs for what is switched on and was not given. */
export function missingPermissions(granted: readonly string[] | undefined, options: PaperlessOptions): string[] {
  if (!granted) return []
  const { writeBack } = options
  const needed = new Set(['view_document'])
  if (Object.values(writeBack).some(Boolean)) needed.add('change_document')
  const needs: readonly (readonly [isOn: boolean, codenames: readonly string[]])[] = [
    [writeBack.processedTag, ['view_tag', 'add_tag']],
    [writesFields(writeBack), ['view_customfield', 'add_customfield']],
    [writeBack.correspondent, ['view_correspondent', 'add_correspondent']],
    [writeBack.note, ['view_note', 'add_note']],
    [options.archivesOthers, ['add_document', 'view_paperlesstask']],
  ]
  for (const [isOn, codenames] of needs) if (isOn) codenames.forEach(codename => needed.add(codename))
  return [...needed].filter(codename => !granted.includes(codename))
}

export function writesFields({ billId, billUrl, total, state }: PaperlessWriteBack): boolean {
  return billId || billUrl || total || state
}
