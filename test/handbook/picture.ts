import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect } from '../e2e/quittance-app'
import type { HandbookLanguage } from './chapter'

const handbook = join(import.meta.dirname, '../../docs/handbook/pictures')

/** A picture of a chapter. */
export function picture(page: Page, language: HandbookLanguage, name: string): Promise<void> {
  return writePicture(page, join(handbook, language), name)
}

/** Writes what the window shows, in few colours: a screen has no more. */
export async function writePicture(page: Page, folder: string, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  // Pages of a document are drawn after their frame.
  await page.waitForTimeout(1500)
  const png = await sharp(await page.screenshot())
    .png({ palette: true, colours: 64, effort: 10 })
    .toBuffer()
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${name}.png`), png)
}

/** The language, light, and the size of a small laptop. */
export async function settle(page: Page, language: HandbookLanguage): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const formatLocale = language === 'es' ? 'es-MX' : 'en-US'
  await page.evaluate(patch => window.quittance.call('settings.set', { patch }), {
    language,
    formatLocale,
    theme: 'light' as const,
  })
  await expect(page.locator('html')).toHaveAttribute('lang', language)
}
