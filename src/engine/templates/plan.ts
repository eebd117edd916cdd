import type { Step } from '../../shared/document'
import type { TemplateStep } from '../../shared/template'
import type { Job } from '../store/jobs'
import type { Reader } from '../store/open'
import { runOf } from '../store/step-runs'
import { inOrder } from './check-template'
import type { Templates } from './templates'

/** What a run still goes by: the steps switched on in the version it began with, in order. */
export type Plan = readonly TemplateStep[]

/** Of a job that was claimed: claiming settles which version its run goes by. */
export function planOf(
  reader: Reader,
  templates: Templates,
  { documentId, run }: Pick<Job, 'documentId' | 'run'>,
): Plan {
  const { template, version } = runOf(reader, documentId, run)
  return inOrder(templates.version(reader, template, version).steps)
}

export function stepIn(plan: Plan, key: Step): TemplateStep {
  const step = plan.find(candidate => candidate.key === key)
  if (!step) throw new Error(`step ${key} is not in the plan of this run`)
  return step
}

export function stepAfter(plan: Plan, key: Step): TemplateStep | undefined {
  return plan[plan.indexOf(stepIn(plan, key)) + 1]
}

/** The step and those of its group that work with nothing still to be done: these may be prepared side by side. */
export function sideBySide(plan: Plan, step: TemplateStep): Plan {
  const left = plan.slice(plan.indexOf(step))
  const isLeft = (key: Step) => left.some(other => other.key === key)
  return left.filter(({ group, dependsOn }) => group === step.group && !dependsOn.some(isLeft))
}
