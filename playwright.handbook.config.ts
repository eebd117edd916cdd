import { defineConfig } from '@playwright/test'
import base from './playwright.config'

/** The pictures of the handbook: `npm run handbook-pictures`. */
export default defineConfig({ ...base, testDir: 'test/handbook', timeout: 600_000 })
