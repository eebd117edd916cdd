import { app, BrowserWindow } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toErrorData, type Reply } from '../../shared/result'
import { UpdateWish, type UpdateView } from '../../shared/update'
import type { EngineProcess } from '../engine-process'
import { handleFromPage } from '../from-page'
import type { Network } from '../network'
import { createUpdateService, type UpdateService } from './update-service'

/**
 * Lets the page see and steer updates.
 *
 * @param engine has the books: they are closed before anything is put in place
 */
export function serveUpdates(
  dataFolder: string,
  network: Network,
  engine: Pick<EngineProcess, 'close' | 'tellKey'>,
): void {
  const feed = feedOf(process.resourcesPath)
  const program = process.env['APPIMAGE'] ?? null
  const service = createUpdateService({
    version: app.getVersion(),
    dataFolder,
    unavailable: whyNot(feed !== null, program),
    program,
    async downloads() {
      if (!feed) throw new Error('asked for updates that this copy cannot have')
      const { createDownloads } = await import('./updater')
      return createDownloads(feed)
    },
    isNetworkClosed: network.isClosed,
    onNetworkOpen: network.onOpen,
    closeEngine: engine.close,
    tellKey: engine.tellKey,
    restart() {
      // Files and links of the first start were dealt with then.
      const switches = process.argv.slice(1).filter(word => word.startsWith('-'))
      app.relaunch({ args: switches, ...(program !== null && { execPath: program }) })
      app.quit()
    },
    announce(view) {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send('updates-changed', view)
    },
    now: Date.now,
  })
  if (service.view().unavailable === null) app.once('will-quit', service.start())
  handleFromPage('updates', async (_event, wish): Promise<Reply<UpdateView>> => {
    const parsed = UpdateWish.safeParse(wish)
    if (!parsed.success) return { ok: false, error: { code: 'invalid_input', params: {}, retry: 'never' } }
    try {
      await fulfil(service, parsed.data)
      return { ok: true, value: service.view() }
    } catch (thrown) {
      return { ok: false, error: toErrorData(thrown) }
    }
  })
}

function fulfil(service: UpdateService, wish: UpdateWish): Promise<void> | void {
  switch (wish.do) {
    case 'look':
      return
    case 'check':
      // It takes minutes and is followed by events.
      return void service.check()
    case 'choose':
      return service.choose(wish)
    case 'install':
      return service.install()
    case 'go_back':
      return service.goBack()
  }
}

/** Where updates come from and whose signature they carry: packed beside the program, and so signed with it. */
function feedOf(resources: string): { readonly url: string; readonly publicKey: string } | null {
  const [config, key] = [join(resources, 'app-update.yml'), join(resources, 'update-key.pem')]
  if (!app.isPackaged || !existsSync(config) || !existsSync(key)) return null
  const url = /^url: *(\S+)$/m.exec(readFileSync(config, 'utf8'))?.[1]
  return url !== undefined && isTrusted(url) ? { url, publicKey: readFileSync(key, 'utf8') } : null
}

/** The signature vouches for what arrives; that nobody listens is what https is for. */
function isTrusted(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || hostname === '127.0.0.1'
}

function whyNot(hasFeed: boolean, program: string | null): UpdateView['unavailable'] {
  if (!app.isPackaged) return 'from_source'
  if (!hasFeed) return 'no_key'
  // A package of the distribution is brought up to date by the distribution's own means.
  return process.platform === 'linux' && program === null ? 'by_system' : null
}
