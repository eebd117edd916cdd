import { defineConfig } from '@playwright/test'
import base from './playwright.config'

/** What the packaged program must do: scripts/test-packaged.mjs builds it and says where it is. */
export default defineConfig({
  ...base,
  testDir: 'test',
  testMatch: ['packaged/**/*.spec.ts', 'e2e/main-job.spec.ts', 'e2e/page-borders.spec.ts', 'e2e/password.spec.ts'],
})
