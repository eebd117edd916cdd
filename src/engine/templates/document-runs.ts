import { and, eq, inArray } from 'drizzle-orm'
import { stepsAfterArrival, type DocumentState, type Step } from '../../shared/document'
import type { DocumentId } from '../../shared/ids'
import type { DocumentRuns, RunStep, RunView, StepState, TemplateStep } from '../../shared/template'
import { documentById } from '../store/documents'
import type { Job } from '../store/jobs'
import type { Reader } from '../store/open'
import { invoices, jobs } from '../store/schema'
import { attemptsOf, runsOf, type RunRow, type StepRunRow } from '../store/step-runs'
import { inOrder } from './check-template'
import type { Templates } from './templates'

/** More than these nobody compares; older ones stay in the store. */
const shownRuns = 20

/** How a document went through its template, every time, and from where it may go again. */
export function documentRuns(reader: Reader, templates: Templates, documentId: DocumentId): DocumentRuns {
  const rows = runsOf(reader, documentId, shownRuns)
  const job = unfinishedJob(reader, documentId)
  return {
    documentId,
    runs: rows.map(row => runView(reader, templates, row, job?.run === row.run ? job : undefined)),
    mayRunFrom: stepsToRunFrom(reader, templates, documentId),
  }
}

const open: readonly DocumentState[] = ['needs_review', 'ready']
const again: readonly DocumentState[] = [...open, 'set_aside']

/** Steps of the template now in force whose input is there: nothing is checked that was not read. */
export function stepsToRunFrom(reader: Reader, templates: Templates, documentId: DocumentId): Step[] {
  const { state, kind } = documentById(reader, documentId)
  // Archives are taken apart by intake and have no steps.
  if (!again.includes(state) || kind === 'zip') return []
  const isRead = reader.select({ id: invoices.id }).from(invoices).where(eq(invoices.documentId, documentId)).get()
  const steps = inOrder(templates.inForce(reader, kind).template.steps).map(({ key }) => key)
  return steps.filter(
    key => key === 'read' || (isRead !== undefined && (!stepsAfterArrival.includes(key) || open.includes(state))),
  )
}

function unfinishedJob(reader: Reader, documentId: DocumentId): Job | undefined {
  const isUnfinished = and(eq(jobs.documentId, documentId), inArray(jobs.state, ['waiting', 'running']))
  return reader.select().from(jobs).where(isUnfinished).get()
}

function runView(reader: Reader, templates: Templates, row: RunRow, job: Job | undefined): RunView {
  const { documentId, run, version, startedAt } = row
  const template = templates.version(reader, row.template, version)
  const attempts = attemptsOf(reader, documentId, run)
  const ordered = inOrder(template.steps)
  const at = ordered.findIndex(step => step.key === job?.step)
  const steps = [...ordered, ...template.steps.filter(step => !step.isOn)]
  return {
    run,
    template: { name: template.name, version },
    startedAt,
    steps: steps.map((step, index) => {
      const isAhead = at !== -1 && index >= at && index < ordered.length
      return runStep(step, attemptsAt(attempts, step.key), isAhead ? (index === at ? job : 'waiting') : undefined)
    }),
  }
}

function attemptsAt(attempts: readonly StepRunRow[], step: Step): RunStep['attempts'] {
  return attempts
    .filter(attempt => attempt.step === step)
    .map(({ result, reason, startedAt, endedAt }) => ({ result, reason, startedAt, endedAt }))
}

/** @param ahead the job that stands for the step, or that it comes after the one at work */
function runStep(step: TemplateStep, attempts: RunStep['attempts'], ahead: Job | 'waiting' | undefined): RunStep {
  const { key, name, group, dependsOn } = step
  const isRunning = ahead !== undefined && ahead !== 'waiting' && ahead.state === 'running'
  const state = isRunning ? 'running' : ahead ? 'waiting' : stateBy(step, attempts.at(-1))
  return { key, name, group, dependsOn, attempts, state, runningSince: isRunning ? ahead.startedAt : null }
}

function stateBy({ isOn }: TemplateStep, last: RunStep['attempts'][number] | undefined): StepState {
  if (!isOn) return 'off'
  // Interrupted and not taken up again: the document was put on the road anew.
  if (!last || last.result === 'interrupted') return 'not_run'
  return last.result
}
