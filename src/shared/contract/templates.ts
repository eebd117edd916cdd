import { z } from 'zod'
import { Step } from '../document'
import { DocumentId } from '../ids'
import { DocumentRuns, StepChoice, TemplateView } from '../template'
import { nothing, text } from './parts'

/** Which steps documents go through, and how each went. */
export const templateCalls = {
  /** The steps documents of each kind go through, with every version of the company's own. */
  'template.list': { input: nothing, output: z.object({ templates: z.array(TemplateView) }) },
  /** Keeps a new version; documents that start from now on go by it. */
  'template.save': {
    input: z.object({ key: text(40), steps: z.array(StepChoice).max(20) }),
    output: z.object({ templates: z.array(TemplateView) }),
  },
  /** Goes back to a version, 0 for the shipped one. */
  'template.restore': {
    input: z.object({ key: text(40), version: z.number().int().min(0) }),
    output: z.object({ templates: z.array(TemplateView) }),
  },
  /** Each way of a document through its template, step by step. */
  'document.runs': { input: z.object({ documentId: DocumentId }), output: DocumentRuns },
  /** Has a document go through its template again from a step on; what a person decided stays. */
  'document.runAgain': { input: z.object({ documentId: DocumentId, step: Step }), output: nothing },
}
