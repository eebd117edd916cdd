import { z } from 'zod'
import { Step, stepsAfterArrival } from '../../shared/document'
import { AppError, type MessageParams } from '../../shared/result'
import { Template, type TemplateStep } from '../../shared/template'

/** Without a reading there is nothing to check; without a decision a document would never arrive. */
const indispensable: readonly Step[] = ['read', 'route']

const keysOnly = z.object({ steps: z.array(z.object({ key: z.string(), dependsOn: z.array(z.string()) })) })

/**
 * Makes a template of data, shipped or stored.
 *
 * @throws AppError `template_invalid`; `why` says what is wrong with which step
 */
export function parseTemplate(raw: unknown): Template {
  const named = keysOnly.safeParse(raw)
  const names = named.success ? named.data.steps.flatMap(step => [step.key, ...step.dependsOn]) : []
  const unknown = names.find(name => !Step.safeParse(name).success)
  if (unknown !== undefined) throw invalid('unknown_step', { step: unknown.slice(0, 40) })
  const parsed = Template.safeParse(raw)
  if (!parsed.success) throw invalid('form', { where: parsed.error.issues[0]?.path.join('.') ?? '' })
  requireSound(parsed.data)
  return parsed.data
}

/**
 * Refuses what a document could not walk to its end.
 *
 * @throws AppError `template_invalid` (`why`: `step_twice`, `cycle`, `indispensable`, `gap`, `after_decision`,
 *   `before_decision`, `cannot_continue`)
 */
export function requireSound({ steps }: Pick<Template, 'steps'>): void {
  const twice = steps.find((step, index) => steps.findIndex(other => other.key === step.key) !== index)
  if (twice) throw invalid('step_twice', { step: twice.key })
  // Also among steps switched off: one would show up the day somebody switches them on.
  const ordered = inOrder(steps, true)
  const stuck = steps.find(step => !ordered.includes(step) && leadsTo(steps, step.key, step.key))
  if (stuck) throw invalid('cycle', { step: stuck.key })
  const on = steps.filter(step => step.isOn)
  const isOn = (key: Step) => on.some(step => step.key === key)
  for (const step of indispensable) if (!isOn(step)) throw invalid('indispensable', { step })
  for (const step of on) {
    const needs = step.dependsOn.find(key => !isOn(key))
    if (needs) throw invalid('gap', { step: step.key, needs })
    if (step.key === 'read' || step.key === 'route') continue
    if (!leadsTo(on, 'read', step.key)) throw invalid('gap', { step: step.key, needs: 'read' })
    const isAfter = stepsAfterArrival.includes(step.key)
    if (isAfter && !leadsTo(on, 'route', step.key)) throw invalid('after_decision', { step: step.key })
    if (!isAfter && !leadsTo(on, step.key, 'route')) throw invalid('before_decision', { step: step.key })
  }
  const never = on.find(step => step.onFailure === 'continue' && indispensable.includes(step.key))
  if (never) throw invalid('cannot_continue', { step: never.key })
}

/** Steps switched on, each after those it depends on; where that leaves a choice, as the template lists them. */
export function inOrder(steps: readonly TemplateStep[], withOff = false): readonly TemplateStep[] {
  const left = steps.filter(step => withOff || step.isOn)
  const ordered: TemplateStep[] = []
  for (;;) {
    const waitsFor = (step: TemplateStep) => left.some(other => step.dependsOn.includes(other.key))
    const next = left.find(step => !waitsFor(step))
    if (!next) return ordered
    ordered.push(next)
    left.splice(left.indexOf(next), 1)
  }
}

/** Whether `to` works, directly or through others, with what `from` found. */
function leadsTo(steps: readonly TemplateStep[], from: Step, to: Step, seen: readonly Step[] = []): boolean {
  const needed = steps.find(step => step.key === to)?.dependsOn ?? []
  return needed.some(key => key === from || (!seen.includes(key) && leadsTo(steps, from, key, [...seen, key])))
}

function invalid(why: string, params: MessageParams): AppError {
  return new AppError('template_invalid', { why, ...params })
}
