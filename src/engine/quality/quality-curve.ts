/** Learned by `npm run bench -- quality`: turns the product of the fields' chances into the share of such pages that were read without a mistake. */
export const qualityCurve: { readonly slope: number; readonly offset: number } = { slope: 0.491, offset: 0.735 }
