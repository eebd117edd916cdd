/**
 * Whether some trouble of a plan is an answer that does not come. That is waited for in earnest, so such a plan has short
 * time limits, and only while its troubles are about: elsewhere a busy machine would make faults of its own.
 */
export function hasSilence(troubles: readonly object[]): boolean {
  return troubles.some(trouble => 'fault' in trouble && /^(silent|trickle)/.test(String(trouble.fault)))
}

/** Milliseconds an answer may take while silence is planned, and otherwise. */
export const silenceMs = 150
export const patientMs = 10_000
