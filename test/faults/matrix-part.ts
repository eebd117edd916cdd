const parts = 5

/**
 * Every fifth row of a fault matrix, and each that kills: every call and every fault is among them, since neither number
 * divides by five. `FAULT_PART=0` to `4` says which fifth, `FAULT_PART=all` takes all of them, as the benches do.
 */
export function partOf<R extends { readonly fault: string }>(rows: readonly R[]): R[] {
  const part = process.env['FAULT_PART'] ?? '0'
  return rows.filter(({ fault }, index) => part === 'all' || fault === 'killed' || index % parts === Number(part))
}
