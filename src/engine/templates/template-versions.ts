import { and, desc, eq, sql } from 'drizzle-orm'
import type { DocumentKind, Step } from '../../shared/document'
import type { EpochMs } from '../../shared/ids'
import type { Template } from '../../shared/template'
import { appendJournal } from '../store/journal'
import type { Reader, Tx } from '../store/open'
import { templateVersions } from '../store/schema'
import { requireSound } from './check-template'

/** The company's own version of a template: the given one, or the newest. */
export function ownVersion(reader: Reader, key: string, version?: number) {
  const ofTemplate = eq(templateVersions.key, key)
  return reader
    .select()
    .from(templateVersions)
    .where(version === undefined ? ofTemplate : and(ofTemplate, eq(templateVersions.version, version)))
    .orderBy(desc(templateVersions.version))
    .limit(1)
    .get()
}

/** Every version of the company's own, newest first, without the steps. */
export function ownVersions(reader: Reader, key: string) {
  const { version, at, actor } = templateVersions
  return reader
    .select({ version, at, actor })
    .from(templateVersions)
    .where(eq(templateVersions.key, key))
    .orderBy(desc(version))
    .all()
}

/**
 * Keeps a new version; documents received from now on go by it. Nothing is kept when it says what is in force.
 *
 * @throws AppError `template_invalid`
 */
export function saveVersion(
  tx: Tx,
  { before, after, version }: { readonly before: Template; readonly after: Template; readonly version: number },
  { now, actor }: { readonly now: EpochMs; readonly actor: string },
): void {
  requireSound(after)
  if (JSON.stringify(before) === JSON.stringify(after)) return
  tx.insert(templateVersions).values({ key: after.key, version, body: after, at: now, actor }).run()
  const params = { template: after.key, version }
  appendJournal(tx, { at: now, actor, kind: 'template.changed', documentId: null, params, before, after })
}

/**
 * Whether the company switched a step off for documents of a kind. In the shipped templates every step is on, so its own
 * versions are all there is to ask.
 */
export function isSwitchedOff(reader: Reader, kind: DocumentKind, step: Step): boolean {
  const newest = sql`${templateVersions.version} = (select max(v.version) from template_versions v where v.key = ${templateVersions.key})`
  const own = reader.select({ body: templateVersions.body }).from(templateVersions).where(newest).all()
  const steps = own.find(({ body }) => body.kinds.includes(kind))?.body.steps ?? []
  return steps.some(({ key, isOn }) => key === step && !isOn)
}
