import { AppError } from '../../shared/result'
import { ServerFailure } from '../http/server-failure'
import type { CustomField } from './answers'
import type { NamedKind } from './paperless-api'
import type { PaperlessSession } from './session'
import { stateLabels, type StateLabel } from './what-to-write'

/** The custom fields written to, each with the type it is made with. A field of that name that exists already is used. */
const ownFields = {
  billId: { name: 'BigCapital bill id', data_type: 'string' },
  billUrl: { name: 'BigCapital bill URL', data_type: 'url' },
  total: { name: 'Invoice total', data_type: 'monetary' },
  state: {
    name: 'AP state',
    data_type: 'select',
    extra_data: { select_options: stateLabels.map(label => ({ label })) },
  },
} as const
export type OwnField = keyof typeof ownFields

/**
 * The id of a tag or correspondent, made when it is missing. Names are found without regard to case; the exact one wins.
 *
 * @throws ServerFailure
 */
export async function idOfName(
  session: PaperlessSession,
  kind: 'tags' | 'correspondents',
  name: string,
): Promise<number> {
  const held = session.known[kind].get(name)
  if (held !== undefined) return held
  const id = await findOrMake(session, kind, name)
  await session.checkpoint('name_created')
  session.known[kind].set(name, id)
  return id
}

async function findOrMake({ paperless }: PaperlessSession, kind: NamedKind, name: string): Promise<number> {
  const find = async () => {
    const found = await paperless.namedExactly(kind, name)
    return (found.find(each => each.name === name) ?? found[0])?.id
  }
  const before = await find()
  if (before !== undefined) return before
  try {
    return (await paperless.createNamed(kind, name)).id
  } catch (thrown) {
    // Somebody else was quicker, or our own first answer got lost.
    const after = isRefusal(thrown) ? await find() : undefined
    if (after === undefined) throw thrown
    return after
  }
}

/**
 * A custom field of ours, made when it is missing.
 *
 * @throws ServerFailure; AppError `paperless_field_unfit` when a field of that name has another type
 */
export async function ownField(session: PaperlessSession, own: OwnField): Promise<CustomField> {
  const wanted = ownFields[own]
  const held = session.known.fields.get(wanted.name)
  if (held) return held
  const { paperless } = session
  const find = async () =>
    (await paperless.customFields()).find(({ name }) => name.toLowerCase() === wanted.name.toLowerCase())
  let field = await find()
  if (!field) {
    try {
      field = await paperless.createCustomField(wanted)
    } catch (thrown) {
      field = isRefusal(thrown) ? await find() : undefined
      if (!field) throw thrown
    }
  }
  if (field.data_type !== wanted.data_type) throw unfit(wanted.name, wanted.data_type)
  session.known.fields.set(wanted.name, field)
  await session.checkpoint('name_created')
  return field
}

/** @throws AppError `paperless_field_unfit` when the field does not offer the label */
export function optionId(field: CustomField, label: StateLabel): string {
  const option = (field.extra_data?.select_options ?? []).find(each => each.label.toLowerCase() === label)
  if (!option?.id) throw unfit(field.name, label)
  return option.id
}

function unfit(field: string, wanted: string): AppError {
  return new AppError('paperless_field_unfit', { customField: field.slice(0, 128), wanted }, 'user')
}

/** A refusal of what was said; missing permissions are not one, another try would hear the same. */
function isRefusal(thrown: unknown): boolean {
  return thrown instanceof ServerFailure && thrown.data.code === 'paperless_refused'
}
