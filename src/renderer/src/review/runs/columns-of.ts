import type { RunStep } from '../../../../shared/template'

/** Steps by how many others come before them: what may run side by side stands in one column. */
export function columnsOf(steps: readonly RunStep[]): readonly (readonly RunStep[])[] {
  const depths = new Map<string, number>()
  const depthOf = (step: RunStep): number => {
    const known = depths.get(step.key)
    if (known !== undefined) return known
    const before = steps.filter(other => step.dependsOn.includes(other.key))
    const depth = before.length === 0 ? 0 : Math.max(...before.map(depthOf)) + 1
    depths.set(step.key, depth)
    return depth
  }
  const columns: RunStep[][] = []
  for (const step of steps) (columns[depthOf(step)] ??= []).push(step)
  return columns
}
