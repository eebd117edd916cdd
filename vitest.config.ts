import { defineConfig } from 'vitest/config'
import { handbookPages } from './scripts/handbook-pages.mjs'

export default defineConfig({
  test: {
    // As in playwright.config.ts: once more on a busy build machine, never at a desk.
    retry: process.env['CI'] ? 1 : 0,
    projects: [
      {
        test: {
          name: 'engine',
          include: [
            'test/shared/**/*.test.ts',
            'test/engine/**/*.test.ts',
            'test/main/**/*.test.ts',
            'test/scripts/**/*.test.ts',
            'test/ledger-stand-in/**/*.test.ts',
            'test/paperless-stand-in/**/*.test.ts',
            'test/corpus/**/*.test.ts',
          ],
          environment: 'node',
          setupFiles: ['test/engine/setup.ts'],
          pool: 'forks',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'durability',
          include: ['test/durability/**/*.test.ts'],
          environment: 'node',
          pool: 'forks',
          // Each starts dozens of engines one after the other.
          testTimeout: 1_200_000,
        },
      },
      {
        plugins: [handbookPages()],
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['test/renderer/setup.ts'],
          testTimeout: 20_000,
        },
      },
    ],
  },
})
