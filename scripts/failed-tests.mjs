// Reads which tests failed, and why, from the reports of the two test tools.
import { relative } from 'node:path'

/** The failed tests of vitest's JSON report, and the files that could not even be loaded: `{ test, reason }[]`. */
export function failedInVitest({ testResults }) {
  return testResults.flatMap(file => {
    const tests = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => ({ test: fullName, reason: failureMessages.join('\n') }))
    const found =
      tests.length === 0 && file.status === 'failed' ? [{ test: 'the whole file', reason: file.message }] : tests
    return found.map(({ test, reason }) => ({ test: `${relative(process.cwd(), file.name)}: ${test}`, reason }))
  })
}

/** What went wrong in a run of vitest outside every test, as errors-outside-tests.mjs kept it: `{ test, reason }[]`. */
export function failedOutsideTests(errors) {
  return errors.map(({ during, reason }) => ({ test: `outside every test, during ${during ?? 'none'}`, reason }))
}

/** The failed tests of Playwright's JSON report (not those that passed when tried again): `{ test, reason }[]`. */
export function failedInPlaywright({ suites, errors }) {
  const outside = errors.map(({ message }) => ({ test: 'outside every test', reason: message ?? '' }))
  return [...outside, ...suites.flatMap(failedInSuite)]
}

function failedInSuite({ specs = [], suites = [] }) {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => ({
      test: `${file}: ${title}`,
      reason: tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? [])).join('\n'),
    }))
  return [...own, ...suites.flatMap(failedInSuite)]
}
