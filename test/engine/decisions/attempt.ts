import { AppError } from '../../../src/shared/result'

/** Decides. @returns false when the decision was refused: then nothing may have changed */
export function attempt(decide: () => void): boolean {
  try {
    decide()
    return true
  } catch (thrown) {
    if (thrown instanceof AppError) return false
    throw thrown
  }
}
