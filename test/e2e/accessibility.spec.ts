import AxeBuilder from '@axe-core/playwright'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Result } from 'axe-core'
import { arrowTo, personAt, type Person } from './person'
import { expect, sample, test, type QuittanceApp } from './quittance-app'

const brokenFile = 'cut short.pdf'

test('no screen, sheet or dialog breaks an accessibility rule seriously, in either theme', async ({
  app,
  dataFolder,
}) => {
  const { page } = app
  const person = personAt(page)
  // Colours in the middle of a transition are nobody's colours.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const check = (screen: string) => checkInBothThemes(app, screen)
  const open = async (name: string) => {
    await arrowTo(person, page, page.getByRole('row').filter({ hasText: name }))
    await person.press('Enter')
    await expect(page.getByRole('region', { name: 'Issues' }).locator(':focus')).toBeVisible()
  }

  await expect(page.getByRole('heading', { name: 'Vendor invoices arrive here' })).toBeVisible()
  await check('empty inbox')
  await person.press('F1')
  await expect(page.getByRole('article')).toBeFocused()
  await check('handbook')
  await person.press('Escape')

  const broken = join(dataFolder, brokenFile)
  writeFileSync(broken, readFileSync(sample('09 Carpinteria Valdes 2026-0158.pdf')).subarray(0, 900))
  await app.drop([
    sample('03 Montevera F11862.xml'),
    sample('09 Carpinteria Valdes 2026-0158.pdf'),
    sample('12 Ferreteria La Tuerca foto.jpg'),
    broken,
  ])
  await app.settled(4)
  await expect(page.getByRole('row').filter({ hasText: 'T5519' })).toBeVisible()
  await check('inbox')
  await person.press('Space', 'ArrowDown', 'Space')
  await expect(page.getByText('2 selected')).toBeVisible()
  await check('inbox with a selection')
  await person.press('x')
  await expect(page.getByRole('dialog')).toBeVisible()
  await check('dialog that asks for a reason')
  await person.press('Escape')
  await expect(page.getByRole('grid'), 'a closed dialog gives the focus back').toBeFocused()
  await person.press('e')
  await expect(page.getByRole('dialog')).toBeVisible()
  await check('dialog that edits many')
  await person.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()
  await person.press('d')
  await expect(page.getByRole('dialog')).toBeVisible()
  await check('two documents side by side')
  await person.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()
  await person.press('Escape', 'c')
  await expect(page.getByRole('dialog')).toBeVisible()
  await check('choice of columns')
  await person.press('Escape')
  await expect(page.getByRole('grid')).toBeFocused()
  await person.press('p')
  await expect(page.getByRole('complementary')).toBeVisible()
  await check('inbox beside a document')
  await person.press('p')

  await open('Carpintería Hermanos Valdés')
  await expect(page.locator('.rv-text span').first()).toBeAttached()
  await check('review of a PDF')
  await person.press('Escape')
  await open('FERRETERÍA LA TUERCA')
  await expect(page.locator('.rv-words text').first()).toBeAttached()
  await check('review of a photo')
  await app.ask('people.add', { name: 'Ana Ruiz', initials: 'AR' })
  await app.ask('people.add', { name: 'Bob Keller', initials: 'BK' })
  await person.press('Control+m')
  await expect(page.getByRole('combobox', { name: 'Comment' })).toBeFocused()
  await person.type('@')
  await expect(page.getByRole('option', { name: 'Bob Keller' })).toBeVisible()
  await check('comments with names offered')
  await person.press('Escape', 'Escape')
  await person.press('m')
  await expect(page.getByRole('dialog', { name: 'Assign one document' })).toBeVisible()
  await check('dialog that assigns')
  await person.press('Escape')
  await person.press('Escape')
  await open('MONTEVERA')
  await expect(page.getByRole('article', { name: 'Electronic invoice' })).toBeVisible()
  await check('review of an e-invoice')
  await person.press('Enter')
  await expect(page.getByRole('list', { name: 'Resolved issues' })).toBeVisible()
  await check('review with an issue resolved')
  await page.getByRole('button', { name: 'Steps' }).press('Enter')
  await expect(page.getByRole('list', { name: 'Steps of this document' })).toBeVisible()
  await check('steps of a document')
  await person.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await person.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await check('sheet of keyboard shortcuts')
  await person.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await person.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible()
  await check('command palette')
  await person.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await person.press('Escape')

  await arrowTo(person, page, page.getByRole('row').filter({ hasText: brokenFile }))
  await person.press('Enter')
  await expect(page.getByRole('region', { name: 'Document not read' })).toBeVisible()
  await check('review of an unreadable file')

  await person.press('g', 'v')
  await expect(page.getByRole('heading', { name: 'Vendors', level: 1 })).toBeVisible()
  await expect(page.getByText('1 vendor', { exact: true })).toBeVisible()
  await check('vendors')
  const { people } = await app.ask('people.get', {})
  await app.ask('rule.save', {
    ...{ ruleId: null, mode: 'shadow' },
    body: {
      name: 'Small ones',
      conditions: [{ on: 'total', is: 'at_most', amount: '300', currency: 'MXN' }],
      actions: [{ do: 'approve' }],
    },
  })
  const steps = [{ people: people.map(one => one.id) }]
  const policy = { name: 'All', conditions: [], steps, fourEyes: true }
  await app.ask('policy.save', { policyId: null, isOn: true, body: policy })
  await person.press('g', 'u')
  await expect(page.getByRole('heading', { name: 'Rules', level: 1 })).toBeVisible()
  await expect(page.getByText('When total ≤ 300.00 MXN → approve')).toBeVisible()
  await check('rules')
  await page.getByRole('button', { name: 'Edit Small ones' }).press('Enter')
  await page.getByRole('button', { name: 'Try on history' }).press('Enter')
  await expect(page.getByText('against a person’s decision')).toBeVisible()
  await check('editor of a rule')
  await person.press('Escape')
  await page.getByRole('button', { name: 'Edit All' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Change policy' })).toBeVisible()
  await check('editor of a policy')
  await person.press('Escape')
  await person.press('g', 'n')
  await expect(page.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Fields corrected most' })).toBeVisible()
  await check('analytics')
  await page.getByRole('button', { name: 'As a table' }).press('Enter')
  await expect(page.getByRole('columnheader', { name: 'Received' })).toBeVisible()
  await page.getByRole('button', { name: 'What “Touchless” means' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'What “Touchless” means' })).toBeVisible()
  await check('analytics as tables, with a definition')
  await person.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await lookAtAccounts(app, person)
  await person.press('g', 't')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await check('settings')
})

/** Every view of the Accounts screen, and its dialogs. */
async function lookAtAccounts(app: QuittanceApp, person: Person): Promise<void> {
  const { page } = app
  await person.press('g', 'a')
  await expect(page.getByRole('grid', { name: 'Accounts to confirm' })).toBeFocused()
  await person.press('Space')
  await expect(page.getByText('1 group selected')).toBeVisible()
  await checkInBothThemes(app, 'accounts to confirm')
  await person.press('c')
  await expect(page.getByRole('dialog', { name: 'Another account for' })).toBeVisible()
  await checkInBothThemes(app, 'another account')
  await person.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await person.press('Alt+2')
  await expect(page.getByRole('treegrid', { name: 'Chart of accounts' })).toBeVisible()
  await checkInBothThemes(app, 'chart of accounts')
  await page.getByRole('button', { name: 'Import a chart…' }).press('Enter')
  await expect(page.getByRole('dialog', { name: 'Import your own chart' })).toBeVisible()
  await checkInBothThemes(app, 'import of a chart')
  await person.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await person.press('Alt+3')
  await expect(page.getByText('Nothing learned about accounts yet')).toBeVisible()
  await person.press('Alt+4')
  await person.type('gasolina')
  await expect(page.getByRole('table', { name: 'Products and services' })).toBeVisible()
  await checkInBothThemes(app, 'product codes')
  await person.press('Alt+5')
  await expect(page.getByRole('heading', { name: 'Nobody has decided an account yet' })).toBeVisible()
  await checkInBothThemes(app, 'accuracy')
}

/** Rules that a theme's colours can break; the others need one look. */
const colourRules = ['color-contrast', 'link-in-text-block']

async function checkInBothThemes(app: QuittanceApp, screen: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await app.ask('settings.set', { patch: { theme } })
    await expect(app.page.locator('html')).toHaveAttribute('data-theme', theme)
    // axe usually joins its results in a page of its own, which a window of Electron cannot open.
    const axe = new AxeBuilder({ page: app.page }).setLegacyMode().options({ resultTypes: ['violations'] })
    if (theme === 'dark') axe.withRules(colourRules)
    const { violations } = await axe.analyze()
    expect.soft(serious(violations), `${screen}, ${theme}`).toEqual([])
  }
}

/** Rule, where, and why, of everything axe calls serious or critical. */
function serious(violations: readonly Result[]): string[] {
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')} — ${node.failureSummary ?? ''}`))
}
