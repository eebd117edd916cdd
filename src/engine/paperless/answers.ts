import { z } from 'zod'

const list = <T extends z.ZodType>(row: T) =>
  z.object({ count: z.number(), next: z.string().nullable(), results: z.array(row) })

export const WhoAmI = z.object({
  user: z.object({ id: z.number().int(), username: z.string(), is_superuser: z.boolean().optional() }),
  permissions: z.array(z.string()),
})
export type WhoAmI = z.infer<typeof WhoAmI>

/** What lists are asked for: never the text, which may be megabytes. */
export const listedFields = ['id', 'title', 'modified', 'added', 'mime_type', 'original_file_name'] as const

export const Listed = z.object({
  id: z.number().int(),
  title: z.string(),
  /** Kept and compared as text: a JavaScript date has no microseconds. */
  modified: z.string(),
  added: z.string(),
  mime_type: z.string(),
  original_file_name: z.string().nullable(),
})
export type Listed = z.infer<typeof Listed>
export const ListedPage = list(Listed)

export const IdsPage = list(z.object({ id: z.number().int() }))

/** What the archive read on the pages: may be megabytes, may be empty, may have been edited there. */
export const PageText = z.object({ content: z.string().nullable() })

export const Held = z.object({
  id: z.number().int(),
  correspondent: z.number().int().nullable(),
  /** Whether the account may change it; answers to a change do not say. */
  user_can_change: z.boolean().optional(),
})
export type Held = z.infer<typeof Held>

export const Metadata = z.object({
  original_checksum: z.string().regex(/^([0-9a-f]{32}|[0-9a-f]{64})$/),
  original_size: z.number().int(),
  original_filename: z.string().nullable(),
})
export type Metadata = z.infer<typeof Metadata>

export const Named = z.object({ id: z.number().int(), name: z.string() })
export type Named = z.infer<typeof Named>
export const NamedPage = list(Named)

export const CustomField = z.object({
  id: z.number().int(),
  name: z.string(),
  data_type: z.string(),
  extra_data: z
    .object({ select_options: z.array(z.object({ id: z.string().nullable(), label: z.string() })).nullish() })
    .nullish(),
})
export type CustomField = z.infer<typeof CustomField>
export const CustomFieldPage = list(CustomField)

export const Done = z.object({ result: z.literal('OK') })

/** A wrong key is answered with status 200 and `{"error": …}`: only an array is a success. */
export const Notes = z.array(z.object({ id: z.number().int(), note: z.string() }))

export const TaskId = z.string().min(8).max(64)

/** A task as version 10 and version 9 tell it; release 2 writes the document's number as text. */
const NewTask = z.object({
  status: z.string(),
  input_data: z.object({ filename: z.string().nullish() }).nullish(),
  result_data: z.object({ document_id: z.number().nullish(), error_message: z.string().nullish() }).nullish(),
  related_document_ids: z.array(z.number()).nullish(),
})
const OldTask = z.object({
  status: z.string(),
  task_file_name: z.string().nullish(),
  result: z.string().nullish(),
  related_document: z.union([z.number(), z.string()]).nullish(),
})

export const Tasks = z.union([list(NewTask), z.array(OldTask)])

export interface Task {
  readonly state: 'under_way' | 'success' | 'failure'
  readonly fileName: string | null
  /** The document made, or the one this file is a copy of. */
  readonly documentId: number | null
}

export function tasksOf(answer: z.infer<typeof Tasks>): Task[] {
  if (Array.isArray(answer)) {
    return answer.map(({ status, task_file_name, related_document }) => ({
      state: stateOf(status),
      fileName: task_file_name ?? null,
      documentId: related_document === null || related_document === undefined ? null : Number(related_document),
    }))
  }
  return answer.results.map(({ status, input_data, result_data, related_document_ids }) => ({
    state: stateOf(status),
    fileName: input_data?.filename ?? null,
    documentId: result_data?.document_id ?? related_document_ids?.[0] ?? null,
  }))
}

function stateOf(status: string): Task['state'] {
  const said = status.toLowerCase()
  if (said === 'success') return 'success'
  return said === 'failure' || said === 'revoked' ? 'failure' : 'under_way'
}
