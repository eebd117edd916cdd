import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../shared/result'
import type { Settings } from '../shared/settings'
import type { Company } from './company'
import type { EngineHost } from './host'
import { parseProfile } from './pipeline/code/profile'
import { knowledgeOf } from './pipeline/code/chart-coder'
import { enterKnownVendors, readSampleBooks } from './sample-books'
import { write } from './store/write'

/**
 * The sample invoices shipped with the app, in order of name.
 * @throws AppError `samples_missing`
 */
export function sampleFiles(resourcesFolder: string): string[] {
  const folder = join(resourcesFolder, 'samples')
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch (thrown) {
    throw new AppError('samples_missing', {}, 'never', { cause: thrown })
  }
  // Beside the invoices lies a note about who made them.
  const files = names.filter(name => !/\.(md|json)$/i.test(name)).sort()
  if (files.length === 0) throw new AppError('samples_missing', {}, 'never')
  return files.map(name => join(folder, name))
}

/** Gives a fresh sample company the look of the accountant's own, its known vendors and its twelve invoices. */
export async function fillSampleCompany(company: Company, own: Settings, host: EngineHost): Promise<void> {
  const files = sampleFiles(host.resourcesFolder)
  const { language, theme, formatLocale, density, singleKeyShortcuts } = own
  const look = { language, theme, formatLocale, density, singleKeyShortcuts }
  const machine = `engine ${host.version}`
  const books = readSampleBooks(host.resourcesFolder)
  const { trades, concepts } = knowledgeOf(host.resourcesFolder)
  const homeCurrency = books.settings.homeCurrency ?? own.homeCurrency
  const companyProfile = parseProfile(books.description, trades, concepts, homeCurrency)
  company.changeSettings({ ...books.settings, ...look, companyProfile, firstRunDone: true }, machine)
  write(company.store, tx => enterKnownVendors(tx, books, company.context(machine)))
  await company.intake.take(files, 'sample')
}
