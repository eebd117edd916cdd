import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'test/e2e',
  timeout: 180_000,
  // One window at a time: a person has one keyboard, and two cores are soon busy with OCR.
  workers: 1,
  outputDir: 'test-results',
})
