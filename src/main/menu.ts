import { Menu } from 'electron'

/** Only what the operating system expects of any program; the app's own commands live in the page, under one registry. */
export function applicationMenu(): Menu | null {
  if (process.platform !== 'darwin') return null
  return Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
}
