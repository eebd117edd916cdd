import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DocumentKind } from '../../shared/document'
import type { EpochMs } from '../../shared/ids'
import { AppError } from '../../shared/result'
import type { StepChoice, Template, TemplateView } from '../../shared/template'
import type { Reader, Tx } from '../store/open'
import { parseTemplate } from './check-template'
import { ownVersion, ownVersions, saveVersion } from './template-versions'

export interface VersionedTemplate {
  readonly template: Template
  /** 0 for the one shipped. */
  readonly version: number
}

/** The templates shipped, each behind the company's own version of it where there is one. */
export interface Templates {
  /** What a document of this kind goes through when it starts now. */
  inForce(reader: Reader, kind: DocumentKind): VersionedTemplate
  /** @throws AppError `template_not_found` */
  version(reader: Reader, key: string, version: number): Template
  views(reader: Reader): TemplateView[]
  /**
   * Keeps a new version of the company's own with what a person chose per step.
   *
   * @throws AppError `template_invalid`, `template_not_found`
   */
  change(tx: Tx, key: string, choices: readonly StepChoice[], who: { now: EpochMs; actor: string }): void
  /** Goes back to a version kept, 0 for the shipped one: as a new version, so that nothing of the past is rewritten. */
  restore(tx: Tx, key: string, version: number, who: { now: EpochMs; actor: string }): void
}

/**
 * The templates in `resources/templates`, read when first needed.
 *
 * @param resourcesFolder folder of shipped, read-only files
 */
export function loadTemplates(resourcesFolder: string): Templates {
  let loaded: readonly Template[] | undefined
  const shipped = () => (loaded ??= readShipped(join(resourcesFolder, 'templates')))

  function find(isWanted: (template: Template) => boolean): Template {
    const found = shipped().find(isWanted)
    if (!found) throw new AppError('template_not_found', {}, 'never')
    return found
  }

  function newest(reader: Reader, original: Template): VersionedTemplate {
    const own = ownVersion(reader, original.key)
    return own ? { template: own.body, version: own.version } : { template: original, version: 0 }
  }

  function version(reader: Reader, key: string, number: number): Template {
    if (number === 0) return find(template => template.key === key)
    const own = ownVersion(reader, key, number)
    if (!own) throw new AppError('template_not_found', {}, 'never')
    return own.body
  }

  function save(tx: Tx, key: string, after: (before: Template) => Template, who: { now: EpochMs; actor: string }) {
    const { template, version } = newest(
      tx,
      find(one => one.key === key),
    )
    saveVersion(tx, { before: template, after: after(template), version: version + 1 }, who)
  }

  return {
    inForce: (reader, kind) =>
      newest(
        reader,
        find(({ kinds }) => kinds.includes(kind)),
      ),
    version,
    views: reader =>
      shipped().map(original => {
        const { template, version } = newest(reader, original)
        return { ...template, version, versions: ownVersions(reader, original.key) }
      }),
    change: (tx, key, choices, who) => save(tx, key, before => withChoices(before, choices), who),
    restore: (tx, key, number, who) => save(tx, key, () => version(tx, key, number), who),
  }
}

/** @throws AppError `template_invalid`; Error when a kind has no template or two: a broken installation */
function readShipped(folder: string): readonly Template[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.json'))
  const shipped = files.map(name => parseTemplate(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
  for (const kind of DocumentKind.options) {
    const count = shipped.filter(({ kinds }) => kinds.includes(kind)).length
    if (count !== 1) throw new Error(`documents of kind ${kind} have ${count} templates`)
  }
  return shipped
}

function withChoices(template: Template, choices: readonly StepChoice[]): Template {
  const steps = template.steps.map(step => ({ ...step, ...choices.find(choice => choice.key === step.key) }))
  return { ...template, steps }
}
