import { z } from 'zod'

/** Every failure that may cross a process border. The sentence for each is a translation: `error.<code>`. */
export const ErrorCode = z.enum([
  'bug',
  'invalid_input',
  'engine_gone',
  'engine_starting',
  'document_not_found',
  'invoice_not_found',
  'line_not_found',
  'issue_not_found',
  'vendor_not_found',
  'lesson_not_found',
  'account_not_found',
  'account_inactive',
  'chart_unreadable',
  'chart_empty',
  'chart_too_large',
  'chart_row_incomplete',
  'chart_duplicate_code',
  'chart_parent_missing',
  'chart_cycle',
  'vendor_tax_id_taken',
  'vendor_merge_refused',
  'changed_meanwhile',
  'not_allowed_in_state',
  'blocking_issues_open',
  'value_invalid',
  'nothing_to_undo',
  'nothing_to_redo',
  'decided_since',
  'already_sent',
  'fix_no_longer_fits',
  'split_does_not_add_up',
  'nothing_to_fill',
  'nothing_to_settle',
  'no_twin',
  'store_from_newer_app',
  'store_migration_broken',
  'store_disk_full',
  'store_read_only',
  'store_busy',
  'store_damaged',
  'store_lost_commits',
  'store_not_durable',
  'backup_no_room',
  'backup_unreadable',
  'backup_unsound',
  'backup_not_found',
  'backup_running',
  'backup_folder_gone',
  'data_folder_in_use',
  'file_unreadable',
  'file_vanished',
  'file_not_saved',
  'file_too_large',
  'corrupt_document',
  'empty_file',
  'unsupported_type',
  'unsupported_encryption',
  'unsupported_feature',
  'unsupported_xml_schema',
  'xml_not_well_formed',
  'xml_forbidden_construct',
  'resource_limit',
  'needs_password',
  'wrong_password',
  'worker_crashed',
  'worker_timeout',
  'worker_memory',
  'ledger_not_connected',
  'ledger_unreachable',
  'ledger_unauthorized',
  'ledger_refused',
  'ledger_throttled',
  'ledger_server_error',
  'ledger_contract_broken',
  'ledger_bill_conflict',
  'ledger_total_differs',
  'ledger_account_missing',
  'ledger_period_locked',
  'ledger_currency_mismatch',
  'ledger_credit_note_unsupported',
  'ledger_exchange_rate_needed',
  'ledger_branch_needed',
  'ledger_vendor_alike',
  'ledger_mass_change',
  'ledger_list_empty',
  'ledger_other_organization',
  'bill_incomplete',
  'bill_not_balanced',
  'paperless_not_connected',
  'paperless_unreachable',
  'paperless_unauthorized',
  'paperless_refused',
  'paperless_throttled',
  'paperless_server_error',
  'paperless_contract_broken',
  'paperless_version_too_old',
  'paperless_permission_missing',
  'paperless_not_shared',
  'paperless_gone',
  'paperless_choice_gone',
  'paperless_checksum_differs',
  'paperless_stored_twice',
  'paperless_field_unfit',
  'paperless_upload_failed',
  'paperless_upload_lost',
  'mail_without_documents',
  'folder_not_watchable',
  'meaning_folder_refused',
  'key_store_unavailable',
  'model_key_missing',
  'model_unreachable',
  'model_unauthorized',
  'model_billing',
  'model_unknown',
  'model_throttled',
  'model_overloaded',
  'model_too_large',
  'model_refused_request',
  'model_bad_answer',
  'model_budget_reached',
  'model_nothing_to_ask',
  'samples_missing',
  'person_not_found',
  'person_name_taken',
  'person_needed_by_policy',
  'person_needed_by_rule',
  'absence_impossible',
  'rule_not_found',
  'rule_contradicts_itself',
  'rule_matches_everything',
  'policy_not_found',
  'policy_impossible',
  'approval_refused',
  'template_invalid',
  'template_not_found',
  'step_timeout',
  'step_not_possible',
])
export type ErrorCode = z.infer<typeof ErrorCode>

/** Values for a translated sentence, e.g. `{ billNumber: 'A-113' }`. Never a secret. */
export const MessageParams = z.record(z.string(), z.union([z.string(), z.number()]))
export type MessageParams = z.infer<typeof MessageParams>

export const ErrorData = z.object({
  code: ErrorCode,
  params: MessageParams,
  /** later: may work in a while. user: someone must act first. never: retrying is pointless. */
  retry: z.enum(['later', 'user', 'never']),
})
export type ErrorData = z.infer<typeof ErrorData>

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorData }

/** A foreseen failure. Its data, not the Error itself, crosses ports: an Error loses its class and fields there. */
export class AppError extends Error {
  readonly data: ErrorData

  constructor(
    code: ErrorCode,
    params: MessageParams = {},
    retry: ErrorData['retry'] = 'user',
    options?: { cause?: unknown },
  ) {
    super(code, options)
    this.name = 'AppError'
    this.data = { code, params, retry }
  }
}

/** Turns anything thrown into data. What nobody foresaw becomes `bug`; its stack belongs in the log, not on screen. */
export function toErrorData(thrown: unknown): ErrorData {
  if (thrown instanceof AppError) return thrown.data
  return { code: 'bug', params: {}, retry: 'later' }
}
