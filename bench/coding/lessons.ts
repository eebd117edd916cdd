import type { Acquaintance } from '../../src/engine/pipeline/code/company-facts'
import { practiceExamples, toExamples, type Ground } from './examples'
import type { LabelledLine } from './lines'
import type { Lessons } from './train'

/**
 * What each model is learned from. A name stands for a profile, so it has the weights of one; how far they can be trusted
 * then is calibrated on the companies whose names tell something. What purchases look like is weighed by lines of
 * companies known by nothing else.
 */
export function lessonsFrom(lines: readonly LabelledLine[], ground: Ground): Record<Acquaintance, Lessons> {
  const lessons = (knownBy: Acquaintance): Lessons => {
    const examples = toExamples(lines, ground, knownBy)
    return { examples, practice: practiceExamples(lines, ground, knownBy), toCalibrate: examples }
  }
  const profile = lessons('profile')
  const known = (by: 'name' | 'purchases') =>
    toExamples(lines, ground, by).filter(({ acquaintance }) => acquaintance === by)
  return {
    profile,
    name: { ...profile, toCalibrate: known('name') },
    purchases: { ...lessons('purchases'), toCalibrate: known('purchases') },
    nothing: lessons('nothing'),
  }
}
