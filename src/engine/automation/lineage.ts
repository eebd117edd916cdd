import type { AccountLine } from './conditions'

/** The part of a chart of accounts that conditions need. */
export interface ChartAccounts {
  readonly byCode: ReadonlyMap<string, { readonly parent: string | null }>
}

/** An account with everything above it: "601.72" lies below "601" and "600". */
export function lineageIn({ byCode }: ChartAccounts): AccountLine {
  return code => {
    const line = [code]
    let above = byCode.get(code)?.parent ?? null
    while (above !== null && !line.includes(above)) {
      line.push(above)
      above = byCode.get(above)?.parent ?? null
    }
    return line
  }
}
