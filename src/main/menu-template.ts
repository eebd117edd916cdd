import type { MenuItemConstructorOptions } from 'electron'
import type { HelpTopic } from '../shared/help-topic'
import type { NoticeLanguage } from './notice-text'

type Role = NonNullable<MenuItemConstructorOptions['role']>
type Line = Role | 'separator'

/** Electron knows its roles' names in English only; `{app}` is this program's. */
const names = {
  en: {
    about: 'About {app}',
    services: 'Services',
    hide: 'Hide {app}',
    hideOthers: 'Hide Others',
    unhide: 'Show All',
    quit: 'Quit {app}',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pasteAndMatchStyle: 'Paste and Match Style',
    delete: 'Delete',
    selectAll: 'Select All',
    window: 'Window',
    minimize: 'Minimize',
    zoom: 'Zoom',
    close: 'Close',
    front: 'Bring All to Front',
    help: 'Help',
  },
  es: {
    about: 'Acerca de {app}',
    services: 'Servicios',
    hide: 'Ocultar {app}',
    hideOthers: 'Ocultar otros',
    unhide: 'Mostrar todo',
    quit: 'Salir de {app}',
    edit: 'Edición',
    undo: 'Deshacer',
    redo: 'Rehacer',
    cut: 'Cortar',
    copy: 'Copiar',
    paste: 'Pegar',
    pasteAndMatchStyle: 'Pegar con el mismo estilo',
    delete: 'Eliminar',
    selectAll: 'Seleccionar todo',
    window: 'Ventana',
    minimize: 'Minimizar',
    zoom: 'Zoom',
    close: 'Cerrar',
    front: 'Traer todo al frente',
    help: 'Ayuda',
  },
} as const

/** As the page names the same commands. */
const topics: Readonly<Record<NoticeLanguage, Readonly<Record<HelpTopic, string>>>> = {
  en: { handbook: 'Handbook', diagnostics: 'Make a diagnostics file' },
  es: { handbook: 'Manual', diagnostics: 'Hacer un archivo de diagnóstico' },
}

export interface MenuParts {
  readonly appName: string
  /** The system's: its menus stand beside these. */
  readonly language: NoticeLanguage
  /** A person chose something from the Help menu. */
  help(topic: HelpTopic): void
}

/** What a Mac expects of any program, and Help: the app's other commands live in the page, under one registry. */
export function macMenu({ appName, language, help }: MenuParts): MenuItemConstructorOptions[] {
  const named: Readonly<Partial<Record<Role, string>>> = names[language]
  const line = (role: Line): MenuItemConstructorOptions =>
    role === 'separator' ? { type: 'separator' } : { role, label: (named[role] ?? role).replace('{app}', appName) }
  const menu = (label: string, ...lines: readonly Line[]) => ({ label, submenu: lines.map(line) })
  const { edit, window } = names[language]
  const topic = (id: HelpTopic) => ({ id, label: topics[language][id], click: () => help(id) })
  return [
    menu(appName, 'about', 'separator', 'services', 'separator', 'hide', 'hideOthers', 'unhide', 'separator', 'quit'),
    menu(edit, 'undo', 'redo', 'separator', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll'),
    { ...menu(window, 'minimize', 'zoom', 'close', 'separator', 'front'), role: 'window' },
    { ...line('help'), submenu: [topic('handbook'), topic('diagnostics')] },
  ]
}
