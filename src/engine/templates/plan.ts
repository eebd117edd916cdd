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
