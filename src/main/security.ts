import { app, type Session, type WebContents } from 'electron'

/** Everything the page may load comes from the app itself; documents come by `doc:`. WebAssembly decodes JPEG 2000 and JBIG2 scans. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' doc: blob: data:",
  "font-src 'self' data:",
  "connect-src 'self' doc:",
  "worker-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  // What is not named stays shut: printing, message boxes, downloads, new windows.
  'sandbox allow-scripts allow-same-origin allow-forms',
].join('; ')

/** The only permission a page ever gets: putting text on the clipboard when a person copies. */
const allowedPermissions = new Set(['clipboard-sanitized-write'])

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, grant) => grant(allowedPermissions.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission))
  session.setDevicePermissionHandler(() => false)
  // Files leave through `save-file`, where the person is asked; never through the page.
  session.on('will-download', event => event.preventDefault())
}

/**
 * Leads whatever of the page would still reach the network to a port where nobody listens: WebRTC over TCP knows no
 * content security policy. The engine's own connections are no business of a session.
 */
export function denyNetwork(session: Session): Promise<void> {
  return session.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' })
}

function denyDepartures(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // No policy of a page's own stops WebRTC: without this it sends packets to whoever it is told.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
}

/** Applies to every page this app will ever hold, whoever makes it. */
export function guardAllPages(): void {
  app.on('web-contents-created', (_event, contents) => denyDepartures(contents))
}
