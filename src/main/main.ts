import { app, BrowserWindow, Menu, nativeTheme, powerMonitor, safeStorage, session } from 'electron'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { defaultDataFolder } from '../shared/data-folder'
import { serveFolderChoice } from './choose-folder'
import { clockAheadMs } from './clock-switch'
import { keepMemoryOutOfCoreDumps } from './core-dumps'
import { startEngineProcess } from './engine-process'
import type { HelpTopic } from '../shared/help-topic'
import type { DocumentId } from '../shared/ids'
import type { NoticeKind } from '../shared/notice'
import { createKeyStore } from './key-store'
import { applicationMenu } from './menu'
import { createNetwork } from './network'
import { createNoticeBoard } from './notices'
import { pageAddress, registerSchemes, serveProtocols } from './protocols'
import { serveLedgerPages } from './open-in-ledger'
import { serveSaving } from './save-file'
import { denyNetwork, denyPermissions, guardAllPages } from './security'
import { rehearsalPlan, runRehearsal } from './updates/rehearsal-mode'
import { serveUpdates } from './updates/serve-updates'
import { listenForWishes } from './wishes'

keepMemoryOutOfCoreDumps()
const dataFolder = resolve(
  app.commandLine.getSwitchValue('data') ||
    defaultDataFolder({ platform: process.platform, home: homedir(), env: process.env }),
)

// Chromium's own files lie beside the books, so that two data folders are two independent apps.
const rehearsal = rehearsalPlan()
app.setPath('userData', rehearsal ? `${rehearsal.scratchFolder}-window` : join(dataFolder, 'window'))
registerSchemes()
const whenWished = listenForWishes()
guardAllPages()
// Root in a container cannot use Chromium's sandbox and says so with --no-sandbox; enableSandbox would overrule it and crash.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Quittance',
    ...(app.isPackaged && process.platform === 'linux' && { icon: join(process.resourcesPath, 'icon.png') }),
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#101319' : '#f3f4f7',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // From the first start on: without it the page would have to be seen hot twice before its code is kept.
      v8CacheOptions: 'bypassHeatCheck',
    },
  })
  window.once('ready-to-show', () => window.show())
  return window
}

const resourcesFolder = app.isPackaged ? join(process.resourcesPath, 'resources') : join(app.getAppPath(), 'resources')

async function main(): Promise<void> {
  await app.whenReady()
  const network = createNetwork()
  const engine = startEngineProcess({
    dataFolder,
    network,
    keyStore: createKeyStore({
      storage: safeStorage,
      platform: process.platform,
      asksForBasic: app.commandLine.getSwitchValue('password-store') === 'basic',
    }),
    notices: createNoticeBoard(openList),
    resourcesFolder,
    clockAheadMs: clockAheadMs(app.commandLine.getSwitchValue('clock'), {
      isPackaged: app.isPackaged,
      now: Date.now(),
    }),
  })
  denyPermissions(session.defaultSession)
  await denyNetwork(session.defaultSession)
  serveProtocols(session.defaultSession, join(import.meta.dirname, '../renderer'), engine.locate)
  serveSaving(engine.locate)
  serveLedgerPages(engine.findLedgerPage, network)
  serveFolderChoice(engine.takeFolder)
  serveUpdates(dataFolder, network, engine)
  // Whoever comes back may be somebody else.
  powerMonitor.on('suspend', engine.lock)
  powerMonitor.on('lock-screen', engine.lock)
  Menu.setApplicationMenu(applicationMenu(topic => tellPage('help-chosen', topic)))

  function show(): BrowserWindow {
    const window = openWindow()
    engine.attach(window.webContents)
    void window.loadURL(pageAddress)
    return window
  }

  function bringForward(): BrowserWindow {
    const [window] = BrowserWindow.getAllWindows()
    if (!window) return show()
    if (window.isMinimized()) window.restore()
    window.focus()
    return window
  }

  function tellPage(
    channel: 'notice-chosen' | 'document-wanted' | 'help-chosen',
    what: NoticeKind | DocumentId | HelpTopic,
  ): void {
    const page = bringForward().webContents
    const tell = () => page.send(channel, what)
    if (page.isLoading()) page.once('did-finish-load', tell)
    else tell()
  }

  function openList(kind: NoticeKind): void {
    tellPage('notice-chosen', kind)
  }

  whenWished(({ documentId, files }) => {
    engine.take(files)
    if (documentId === null) bringForward()
    else tellPage('document-wanted', documentId)
  })
  app.on('activate', () => BrowserWindow.getAllWindows().length === 0 && show())
  app.on('window-all-closed', () => process.platform !== 'darwin' && app.quit())

  let isClosed = false
  app.on('before-quit', event => {
    if (isClosed) return
    event.preventDefault()
    void engine.close().then(() => {
      isClosed = true
      app.quit()
    })
  })
}

if (rehearsal) void runRehearsal(rehearsal, resourcesFolder)
else if (app.requestSingleInstanceLock()) void main()
else app.quit()
