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
].join('; ')

/** The only permission a page ever gets: putting text on the clipboard when a person copies. */
const allowedPermissions = new Set(['clipboard-sanitized-write'])

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, grant) => grant(allowedPermissions.has(permission)))
  session.setPermissionCheckHandler((_contents, permission) => allowedPermissions.has(permission))
  session.setDevicePermissionHandler(() => false)
}

function denyDepartures(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', event => event.preventDefault())
  contents.on('will-redirect', event => event.preventDefault())
  contents.on('will-attach-webview', event => event.preventDefault())
  contents.on('will-frame-navigate', event => event.preventDefault())
}

/** Applies to every page this app will ever hold, whoever makes it. */
export function guardAllPages(): void {
  app.on('web-contents-created', (_event, contents) => denyDepartures(contents))
}
