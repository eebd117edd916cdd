import { create, type StateCreator } from 'zustand'
import type { Output } from '../../../shared/contract'
import type { ErrorData, Reply } from '../../../shared/result'
import type { StepChoice, TemplateView } from '../../../shared/template'
import { engine, type Client } from '../engine-client'
import { notify } from '../parts/toasts'

export interface TemplatesSlice {
  readonly templates: readonly TemplateView[]
  /** The template shown. */
  readonly key: string | null
  /** What was changed and not yet kept, by step. */
  readonly draft: Readonly<Record<string, Partial<StepChoice>>>
  /** Why it could not be kept. */
  readonly error: ErrorData | null
  load(): Promise<void>
  choose(key: string): void
  change(step: StepChoice['key'], part: Partial<StepChoice>): void
  discard(): void
  save(): Promise<void>
  restore(version: number): Promise<void>
}

/** The steps of documents as Settings shows them. Kept only when asked: every version stays on record. */
export const createTemplatesSlice =
  (client: Client): StateCreator<TemplatesSlice> =>
  (set, get) => {
    function take(reply: Reply<Output<'template.list'>>): void {
      if (!reply.ok) return set({ error: reply.error })
      set({ templates: reply.value.templates, draft: {}, error: null })
      const shown = shownTemplate(get())
      if (shown) notify({ text: ({ t }) => t('templates.saved', { version: shown.version }), tone: 'good' })
    }
    return {
      templates: [],
      key: null,
      draft: {},
      error: null,
      async load() {
        const reply = await client.call('template.list')
        if (reply.ok) set({ templates: reply.value.templates })
        else set({ error: reply.error })
      },
      choose: key => set({ key, draft: {}, error: null }),
      change: (step, part) =>
        set({ draft: { ...get().draft, [step]: { ...get().draft[step], ...part } }, error: null }),
      discard: () => set({ draft: {}, error: null }),
      async save() {
        const shown = shownTemplate(get())
        if (!shown) return
        const steps = shown.steps.map(step => choiceOf(step, get().draft))
        take(await client.call('template.save', { key: shown.key, steps }))
      },
      async restore(version) {
        const shown = shownTemplate(get())
        if (shown) take(await client.call('template.restore', { key: shown.key, version }))
      },
    }
  }

export const useTemplates = create<TemplatesSlice>()(createTemplatesSlice(engine))

export function shownTemplate({ templates, key }: Pick<TemplatesSlice, 'templates' | 'key'>): TemplateView | undefined {
  return templates.find(template => template.key === key) ?? templates[0]
}

/** What is in force for a step, or what was changed and not yet kept. */
export function choiceOf(step: StepChoice, draft: TemplatesSlice['draft']): StepChoice {
  const { key, isOn, onFailure, limitSeconds, attempts } = step
  return { key, isOn, onFailure, limitSeconds, attempts, ...draft[key] }
}

/** Whether anything would change by keeping the draft. */
export function isChanged({ steps }: Pick<TemplateView, 'steps'>, draft: TemplatesSlice['draft']): boolean {
  return steps.some(step => JSON.stringify(choiceOf(step, draft)) !== JSON.stringify(choiceOf(step, {})))
}
