import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  timeout: 180_000,
  // One window at a time: a person has one keyboard, and two cores are soon busy with OCR.
  workers: 1,
  // A busy build machine loses a race now and then; what fails twice has found something. The report names it as flaky.
  retries: process.env['CI'] ? 1 : 0,
  outputDir: 'test-results',
})
