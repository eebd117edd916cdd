import type { LineId } from '../../../shared/ids'
import { always, type IssueKind } from '../check/issue-kind'
import type { RaisedIssue } from '../check/subject'
import type { Chart } from './chart'

/** What a CFDI says about its own use and payment, and where its lines are booked. */
export interface CfdiCodes {
  /** UsoCFDI, e.g. G03. */
  readonly use: string | null
  /** MetodoPago: PUE or PPD. */
  readonly plan: string | null
  /** FormaPago, two digits. */
  readonly means: string | null
  readonly lines: readonly { readonly id: LineId; readonly position: number; readonly accountCode: string | null }[]
}

/** Vendors write these codes, often wrongly: both readings are shown, a person's word with its reason settles it. */
export const cfdiCodesContradict: IssueKind = { key: 'cfdi_codes_contradict', resolutions: [], mayWaive: always }

/**
 * Notices where a CFDI's codes contradict the accounts or one another: a use for investments (I01 to I08) on an expense,
 * a use for expenses (G03) on a fixed asset (c_UsoCFDI); PPD with a known form of payment, PUE with "99 to be defined"
 * (Anexo 20, guía de llenado: PPD goes with 99 and only PPD does).
 */
export function checkCfdiCodes({ use, plan, means, lines }: CfdiCodes, chart: Chart): RaisedIssue[] {
  const purposeOf = (code: string) => chart.byCode.get(code)?.standsFor ?? ''
  const booked = (pattern: RegExp) => lines.filter(line => pattern.test(purposeOf(line.accountCode ?? '')))
  const isInvestment = /^I0[1-8]$/.test(use ?? '')
  const against = isInvestment ? booked(/^60[1-4]/) : use === 'G03' ? booked(/^1(5|6|7[0-9]|8)/) : []
  const [first] = against
  const raised: RaisedIssue[] = []
  if (first) {
    const account = first.accountCode ?? ''
    raised.push({
      key: 'cfdi_codes_contradict',
      severity: 'low',
      subject: { type: 'line', lineId: first.id, lineIds: against.map(line => line.id) },
      params: {
        variant: isInvestment ? 'investment' : 'expense',
        use: use ?? '',
        line: first.position,
        count: against.length,
        account,
        accountName: chart.byCode.get(account)?.name.es ?? '',
      },
      suggestions: [
        { key: 'keep_account', params: { account }, fix: { type: 'skip', reason: 'keep_account' } },
        { key: 'edit_account', params: {}, fix: { type: 'edit_account', lineId: first.id } },
      ],
    })
  }
  if ((plan === 'PPD' && means !== null && means !== '99') || (plan === 'PUE' && means === '99')) {
    raised.push({
      key: 'cfdi_codes_contradict',
      severity: 'low',
      subject: { type: 'document' },
      params: { variant: 'payment', plan, means },
      suggestions: [{ key: 'keep_payment_codes', params: {}, fix: { type: 'skip', reason: 'keep_payment_codes' } }],
    })
  }
  return raised
}
