/**
 * Leaves out of a failing plan each trouble that it fails without.
 *
 * @param fails whether a plan fails
 */
export async function shrink<P extends { readonly troubles: readonly unknown[] }>(
  plan: P,
  fails: (plan: P) => Promise<boolean>,
): Promise<P> {
  let smallest = plan
  for (const trouble of plan.troubles) {
    const without = { ...smallest, troubles: smallest.troubles.filter(each => each !== trouble) }
    if (await fails(without)) smallest = without
  }
  return smallest
}
