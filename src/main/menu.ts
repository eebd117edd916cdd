import { app, Menu } from 'electron'
import type { HelpTopic } from '../shared/help-topic'
import { macMenu } from './menu-template'

/**
 * Only what the operating system expects of any program: on a Mac a menu bar, elsewhere nothing.
 *
 * @param help a person chose something from the Help menu
 */
export function applicationMenu(help: (topic: HelpTopic) => void): Menu | null {
  if (process.platform !== 'darwin') return null
  const language = app.getLocale().startsWith('es') ? 'es' : 'en'
  return Menu.buildFromTemplate(macMenu({ appName: app.name, language, help }))
}
