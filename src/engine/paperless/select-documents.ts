import type { PaperlessSelection } from '../../shared/paperless'
import { AppError } from '../../shared/result'
import type { Paperless, NamedKind } from './paperless-api'

/** Looked for this much before the last one seen: the archive's own clock is late by its background worker. */
const overlapMs = 10 * 60_000

/**
 * The query of a selection. Only ids are used: names are no filters there, and what is no filter is ignored in silence.
 *
 * @param since only what came or changed from then on, in the archive's own time, epoch milliseconds
 */
export function filterOf(
  selection: PaperlessSelection,
  since?: { readonly at: 'modified' | 'added'; readonly from: number },
): Record<string, string> {
  const { tagIds, documentTypeIds, correspondentIds, customField } = selection
  return {
    // Ids never change place while documents come and go.
    ordering: 'id',
    ...(tagIds.length === 0 ? {} : { tags__id__all: tagIds.join(',') }),
    ...(documentTypeIds.length === 0 ? {} : { document_type__id__in: documentTypeIds.join(',') }),
    ...(correspondentIds.length === 0 ? {} : { correspondent__id__in: correspondentIds.join(',') }),
    ...(customField === null ? {} : { custom_field_query: JSON.stringify(queryOf(customField)) }),
    // With Z: a plus sign would arrive as a blank.
    ...(since === undefined ? {} : { [`${since.at}__gte`]: new Date(since.from - overlapMs).toISOString() }),
  }
}

function queryOf({ fieldId, value }: NonNullable<PaperlessSelection['customField']>): unknown[] {
  return value === '' ? [fieldId, 'exists', true] : [fieldId, 'exact', value]
}

/**
 * Checks that everything a selection names still exists: the archive answers a deleted tag with an empty list for ever.
 *
 * @throws AppError `paperless_choice_gone` (params `kind`)
 */
export async function checkSelection(paperless: Paperless, selection: PaperlessSelection): Promise<void> {
  const chosen: readonly (readonly [kind: NamedKind, ids: readonly number[]])[] = [
    ['tags', selection.tagIds],
    ['document_types', selection.documentTypeIds],
    ['correspondents', selection.correspondentIds],
  ]
  for (const [kind, ids] of chosen) {
    if (ids.length === 0) continue
    const existing = new Set((await paperless.named(kind)).map(({ id }) => id))
    if (ids.some(id => !existing.has(id))) throw new AppError('paperless_choice_gone', { kind }, 'user')
  }
  const { customField } = selection
  if (customField && !(await paperless.customFields()).some(({ id }) => id === customField.fieldId)) {
    throw new AppError('paperless_choice_gone', { kind: 'custom_fields' }, 'user')
  }
}
