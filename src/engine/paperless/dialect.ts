import { z } from 'zod'
import type { Dialect, Refusal, ServerCall } from '../http/server'

const Detail = z.object({ detail: z.string() })
const ByField = z.record(z.string(), z.unknown())

/**
 * How Paperless-ngx says no: JSON with `detail`, JSON keyed by field, or bare text where an object's own permission is
 * missing. A 403 is about the one request, never about the token.
 */
export const paperlessDialect: Dialect = {
  codes: {
    authentication: 'paperless_unauthorized',
    not_found: 'paperless_gone',
    validation: 'paperless_refused',
    conflict: 'paperless_refused',
    rate_limit: 'paperless_throttled',
    server: 'paperless_server_error',
    network: 'paperless_unreachable',
    contract_broken: 'paperless_contract_broken',
  },
  isForbiddenARefusal: true,
  refusalOf(status, json, call) {
    if (status === 403) return forbidden(json, call)
    if (status === 413) return { kind: 'validation', type: 'too_large' }
    // Some refusals inside a bulk action are bare text; a 404 without JSON was said by somebody in between.
    if (json === undefined) return status === 400 ? { kind: 'validation', type: 'status_400' } : undefined
    if (status === 404) return Detail.safeParse(json).success ? { kind: 'not_found', type: 'not_found' } : undefined
    const fields = ByField.safeParse(json)
    // The names of the fields only: the sentences beside them may quote the document.
    return {
      kind: 'validation',
      type: fields.success ? `${status} ${Object.keys(fields.data).join(', ')}` : `${status}`,
    }
  },
}

function forbidden(json: unknown, call: ServerCall): Refusal {
  const permission = permissionFor(call)
  const isGlobal = Detail.safeParse(json).success || call.path === '/api/documents/post_document/'
  return isGlobal
    ? { kind: 'validation', type: 'permission', code: 'paperless_permission_missing', params: { permission } }
    : { kind: 'validation', type: 'not_shared', code: 'paperless_not_shared', params: {} }
}

/** The permission a call needs, by its name in Paperless-ngx. */
function permissionFor({ method, route }: ServerCall): string {
  const nouns: readonly (readonly [part: string, noun: string])[] = [
    ['/notes/', 'note'],
    ['/tags/', 'tag'],
    ['/correspondents/', 'correspondent'],
    ['/document_types/', 'documenttype'],
    ['/custom_fields/', 'customfield'],
    ['/tasks/', 'paperlesstask'],
    ['/ui_settings/', 'uisettings'],
  ]
  const noun = nouns.find(([part]) => route.includes(part))?.[1] ?? 'document'
  if (route.endsWith('/bulk_edit/') || method === 'PATCH') return 'change_document'
  return `${method === 'POST' ? 'add' : 'view'}_${noun}`
}
