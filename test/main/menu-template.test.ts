import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { macMenu } from '../../src/main/menu-template'
import { messages } from '../../src/renderer/src/i18n/messages'

const itemsOf = ({ submenu }: MenuItemConstructorOptions) => submenu as MenuItemConstructorOptions[]

test.each(['en', 'es'] as const)('[%s] on a Mac, Help opens the handbook and makes a diagnostics file', language => {
  const chosen: string[] = []
  const menus = macMenu({ appName: 'Quittance', language, help: topic => chosen.push(topic) })
  const help = menus.find(({ role }) => role === 'help')
  expect(help?.label).toBe(messages[language]['help.menu'])
  const items = itemsOf(help ?? {})
  expect(items.map(({ label }) => label)).toEqual([
    messages[language]['command.handbook'],
    messages[language]['command.diagnostics'],
  ])
  for (const { click } of items) (click as () => void)()
  expect(chosen).toEqual(['handbook', 'diagnostics'])
})

test('every line of the menu bar has a name of its own in each language, and the same place', () => {
  const bar = (language: 'en' | 'es') => macMenu({ appName: 'Quittance', language, help: () => undefined })
  const lines = (language: 'en' | 'es') => bar(language).flatMap(itemsOf)
  expect(lines('es').map(({ role }) => role)).toEqual(lines('en').map(({ role }) => role))
  for (const language of ['en', 'es'] as const) {
    for (const { role, type, label } of lines(language)) {
      if (type === 'separator') continue
      expect(label, role).toMatch(/^\p{Lu}/u)
      expect(label).not.toContain('{')
    }
  }
  expect(lines('es').map(({ label }) => label)).toContain('Salir de Quittance')
})
