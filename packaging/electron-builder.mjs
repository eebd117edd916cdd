// How the app is packed for Windows, macOS and Linux (docs/releasing.md). Run by scripts/package.mjs.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { shippedModules } from './shipped-modules.mjs'

const root = join(import.meta.dirname, '..')
const { bundled } = shippedModules(root)

/** A package is built on the system it is for; the SQLite library of the others stays behind. */
const otherSystems = ['linux', 'linuxmusl', 'darwin', 'win32'].filter(name => name !== process.platform)

/** Documents the app reads: it offers itself under "Open with" and never becomes the default for them. */
const documentTypes = [
  { ext: 'pdf', mimeType: 'application/pdf', name: 'PDF document' },
  { ext: 'xml', mimeType: 'application/xml', name: 'Electronic invoice' },
  { ext: 'p7m', mimeType: 'application/pkcs7-mime', name: 'Signed electronic invoice' },
  { ext: 'eml', mimeType: 'message/rfc822', name: 'Mail with invoices' },
  { ext: 'zip', mimeType: 'application/zip', name: 'Archive of invoices' },
  { ext: ['jpg', 'jpeg'], mimeType: 'image/jpeg', name: 'Picture of an invoice' },
  { ext: 'png', mimeType: 'image/png', name: 'Picture of an invoice' },
  { ext: ['tif', 'tiff'], mimeType: 'image/tiff', name: 'Scanned invoice' },
]

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'org.quittance.app',
  productName: 'Quittance',
  copyright: 'Apache-2.0',
  directories: { output: 'dist', buildResources: 'packaging' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',

  files: [
    'out/**',
    'package.json',
    '!out/pictures{,/**}',
    '!packaging{,/**}',
    ...bundled.map(name => `!node_modules/${name}{,/**}`),
    // What only those need who build, read or test a module.
    '!**/*.{map,d.ts,d.mts,d.cts,ts,md,gyp,c,cc,cpp,h}',
    '!**/node_modules/**/{test,tests,__tests__,example,examples,docs,benchmark,benchmarks}/**',
    '!node_modules/better-sqlite3/{deps,src}{,/**}',
    `!node_modules/better-sqlite3/prebuilds/{${otherSystems.join(',')}}-*.node`,
    '!node_modules/pdfjs-dist/{build,web,types,image_decoders}{,/**}',
    '!node_modules/pdfjs-dist/legacy/{web,image_decoders}{,/**}',
    '!node_modules/pdfjs-dist/legacy/build/*.{min.mjs,sandbox.mjs}',
    '!node_modules/pdfjs-dist/legacy/build/pdf.{sandbox,renderer}.mjs',
    // In Node tesseract.js takes the core with both engines and its WebAssembly in a file of its own; the rest is for browsers.
    '!node_modules/tesseract.js-core/*.wasm.js',
    '!node_modules/tesseract.js-core/*-lstm.{js,wasm}',
    '!node_modules/tesseract.js/{dist,benchmarks}{,/**}',
  ],
  // Language data, charts, samples: read in place by the engine and its workers, never written.
  extraResources: [
    { from: 'resources', to: 'resources' },
    { from: 'dist/beside', to: '.' },
    { from: 'dist/icons/linux/256x256.png', to: 'icon.png' },
  ],
  // The system's loader opens a native library only as a file of its own; everything else stays inside, where its hash is checked.
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  async afterPack({ packager, appOutDir }) {
    // Electron's own welcome app: nothing of ours may ever load it.
    await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
  },
  npmRebuild: false,
  allowMissingDependencies: false,
  electronLanguages: ['en', 'en-US', 'en-GB', 'es', 'es-419'],

  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
    loadBrowserProcessSpecificV8Snapshot: false,
    resetAdHocDarwinSignature: true,
  },

  protocols: [{ name: 'Quittance', schemes: ['quittance'] }],
  publish: [{ provider: 'generic', url: process.env['QUITTANCE_UPDATE_URL'] ?? 'https://updates.quittance.example/' }],
  // A pre-release is announced to those who asked for betas only.
  generateUpdatesFilesForAllChannels: true,

  linux: {
    target: ['AppImage', 'deb'],
    category: 'Office',
    synopsis: 'Accounts payable on one laptop',
    executableName: 'quittance',
    icon: 'dist/icons/linux',
    mimeTypes: documentTypes.map(({ mimeType }) => mimeType),
  },
  deb: { depends: ['libgtk-3-0', 'libnss3', 'libasound2 | libasound2t64', 'libgbm1', 'libxss1', 'libxtst6'] },

  mac: {
    target: [
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ],
    icon: 'dist/icons/icon.icns',
    category: 'public.app-category.finance',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'packaging/entitlements.mac.plist',
    entitlementsInherit: 'packaging/entitlements.mac.plist',
    // Native libraries come once per processor and lie in both halves of the universal app.
    x64ArchFiles: '**/*.node',
    fileAssociations: documentTypes.map(({ ext, name }) => ({ ext, name, role: 'Viewer', rank: 'Alternate' })),
  },
  win: {
    target: ['nsis'],
    icon: 'dist/icons/icon.ico',
  },
  nsis: {
    oneClick: false,
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: false,
    deleteAppDataOnUninstall: false,
    // Says "Open with" without taking over anybody's PDFs, which the builder's own associations would do.
    include: 'packaging/installer.nsh',
  },
}
