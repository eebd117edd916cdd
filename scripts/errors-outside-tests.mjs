// A reporter for vitest: keeps the errors that belong to no test. They fail a run, and its report in JSON leaves them out.
import { writeFileSync } from 'node:fs'

export default class ErrorsOutsideTests {
  onTestRunEnd(_modules, errors) {
    const told = errors.map(({ name, message, stack, VITEST_TEST_NAME, VITEST_TEST_PATH }) => ({
      during: VITEST_TEST_NAME ?? VITEST_TEST_PATH,
      reason: stack ?? `${name}: ${message}`,
    }))
    writeFileSync(process.env.QUITTANCE_ERRORS_OUTSIDE_TESTS, JSON.stringify(told))
  }
}
