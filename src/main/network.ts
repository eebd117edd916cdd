import { session } from 'electron'

/** Whether main, which fetches updates and opens the browser, may use the network. */
export interface Network {
  isClosed(): boolean
  /** The engine, which keeps the air gap's switch, says how it stands. */
  hear(isClosed: boolean): void
  /** @returns its own undo */
  onOpen(listener: () => void): () => void
}

/** The name electron-updater gives the session it downloads with. */
const updaterSession = 'electron-updater'

/** Closed until the engine has said that it is open. */
export function createNetwork(): Network {
  const listeners = new Set<() => void>()
  let isClosed = true
  return {
    isClosed: () => isClosed,
    hear(closed) {
      if (closed === isClosed) return
      isClosed = closed
      cutDownloads(closed)
      if (!closed) for (const listener of listeners) listener()
    },
    onOpen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** What is under way ends at once, and nothing begins, whoever asks for it. */
function cutDownloads(isClosed: boolean): void {
  const downloads = session.fromPartition(updaterSession, { cache: false })
  downloads.webRequest.onBeforeRequest(isClosed ? (_details, answer) => answer({ cancel: true }) : null)
  if (isClosed) void downloads.closeAllConnections()
}
