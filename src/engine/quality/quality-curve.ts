/** Turns the product of the fields' chances into the share of such pages that were read without a mistake. */
export const qualityCurve: { readonly slope: number; readonly offset: number } = { slope: 1, offset: 0 }
