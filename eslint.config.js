import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import typescript from 'typescript-eslint'

/** What a folder may not import; each border is one entry. */
function border(files, patterns, message) {
  return { files, rules: { 'no-restricted-imports': ['error', { patterns: [{ group: patterns, message }] }] } }
}

export default typescript.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'test-results/', 'resources/'] },
  js.configs.recommended,
  ...typescript.configs.strict,
  { files: ['src/renderer/**'], ...reactHooks.configs.flat['recommended-latest'] },
  // A warning about what the React Compiler would skip; we do not use it.
  { files: ['src/renderer/**'], rules: { 'react-hooks/incompatible-library': 'off' } },
  { languageOptions: { globals: globals.node }, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['src/renderer/**', 'test/renderer/**'], languageOptions: { globals: globals.browser } },
  {
    rules: {
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['src/shared/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!(\\./|zod$|big\\.js$))', message: 'shared imports zod and big.js only' }] },
      ],
    },
  },
  {
    files: ['src/shared/contract/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^(?!(\\.\\.?/[a-z-]+$|zod$))', message: 'the contract is made of shared and zod only' }],
        },
      ],
    },
  },
  border(
    ['src/engine/**'],
    ['electron', 'electron/*', 'react', 'react-*', '**/renderer/**', '**/main/**', '**/preload/**'],
    'the engine runs without a window',
  ),
  border(
    ['src/renderer/**'],
    [
      'electron',
      'electron/*',
      'node:*',
      'fs',
      'path',
      'better-sqlite3',
      'drizzle-orm',
      '**/engine/**',
      '**/main/**',
      '**/preload/**',
    ],
    'the page knows the contract and nothing behind it',
  ),
  border(
    ['src/main/**', 'src/preload/**'],
    ['**/engine/**', '**/renderer/**', 'react', 'better-sqlite3'],
    'main and preload know shared only',
  ),
  {
    // What Electron starts may name Electron's types, and only types.
    files: ['src/engine/host-utility.ts', 'src/engine/worker/document-worker.ts'],
    rules: {
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', { paths: [{ name: 'electron', allowTypeImports: true }] }],
    },
  },
)
