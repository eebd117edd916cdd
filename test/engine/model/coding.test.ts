import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Output } from '../../../src/shared/contract'
import type { DocumentId } from '../../../src/shared/ids'
import { makeCfdi } from '../../made-invoices'
import { answer, message } from '../../model-stand-in/messages'
import type { SeenRequest } from '../../model-stand-in/server'
import { sure } from '../some-engine'
import { openDesk, type Desk } from './desk'

interface Asked {
  readonly lines: readonly {
    readonly line: number
    readonly description: string
    readonly candidates: readonly string[]
  }[]
}

function asked(request: SeenRequest | undefined): Asked {
  return JSON.parse(sure(request?.body.messages[0]?.content.at(-1)?.text)) as Asked
}

function cfdiFile(desk: Desk, number: number, description?: string): string {
  const file = join(desk.host.dataFolder, `${number}.xml`)
  const xml = makeCfdi(number)
  const text = description?.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  writeFileSync(file, text === undefined ? xml : xml.replace(/Descripcion="[^"]*"/, () => `Descripcion="${text}"`))
  return file
}

async function candidatesOf(desk: Desk, document: Output<'document.get'>) {
  const line = sure(document.invoice?.lines[0])
  return { line, ...(await desk.engine.ask('line.candidates', { lineId: line.id })) }
}

test('the account the model chose among ours stands on the line with its reason, and waits for a person', async () => {
  const desk = await openDesk()
  desk.model.respond(() => answer({ choices: [{ line: 1, choice: 'C' }] }))
  const documentId = await desk.take(cfdiFile(desk, 1))
  const document = await desk.document(documentId)
  const { line } = await candidatesOf(desk, document)

  const third = sure(asked(desk.model.seen[0]).lines[0]?.candidates[2])
  expect(third).toContain(sure(line.accountCode))
  expect(line).toMatchObject({
    codingState: 'pending',
    codingEvidence: [{ key: 'model', params: { model: 'claude-haiku-5-5' } }, expect.anything()],
  })
  const issue = sure(document.issues.find(({ key, state }) => key === 'account_needed' && state === 'open'))
  expect(issue.suggestions[0]).toMatchObject({
    why: 'model',
    fix: { type: 'set_account', accountCode: line.accountCode },
  })
  expect(document.state).toBe('needs_review')
  await desk.close()
})

test('the model is told ten candidates at most, our policy, and nothing of other vendors', async () => {
  const desk = await openDesk()
  desk.model.respond(() => answer({ choices: [] }))
  await desk.take(cfdiFile(desk, 1))

  const [line] = asked(desk.model.seen[0]).lines
  expect(line?.candidates.length).toBeGreaterThan(1)
  expect(line?.candidates.length).toBeLessThanOrEqual(10)
  expect(desk.model.seen[0]?.body.system[0]?.text).toContain('601.84')
  expect(desk.model.seen[0]?.body.output_config.effort).toBe('low')
  await desk.close()
})

test('none of them, a letter nobody offered, a line nobody asked about: the local answer stands', async () => {
  const quiet = await openDesk({ isOn: false })
  const local = await candidatesOf(quiet, await quiet.document(await quiet.take(cfdiFile(quiet, 1))))
  await quiet.close()
  const desk = await openDesk()
  desk.model.respond(() =>
    answer({
      choices: [
        { line: 1, choice: 'none' },
        { line: 9, choice: 'A' },
        { line: 0.5, choice: 'B' },
      ],
    }),
  )
  const coded = await candidatesOf(desk, await desk.document(await desk.take(cfdiFile(desk, 1))))

  expect(coded.candidates).toEqual(local.candidates)
  expect(coded.line.accountCode).toBe(local.line.accountCode)
  await desk.close()
})

test("a person's account is never overwritten, and a person's correction afterwards is final", async () => {
  const desk = await openDesk()
  desk.model.respond(() => answer({ choices: [{ line: 1, choice: 'B' }] }))
  const documentId = await desk.take(cfdiFile(desk, 1))
  const { invoice } = await desk.document(documentId)
  const line = sure(invoice?.lines[0])
  await desk.engine.ask('line.setAccount', {
    documentId,
    revision: sure(invoice).revision,
    lineIds: [line.id],
    accountCode: '601.55',
  })
  await desk.engine.ask('document.retry', { documentId })
  await desk.engine.company().queue.whenEmpty()
  await desk.settled()

  const after = sure((await desk.document(documentId)).invoice?.lines[0])
  expect(after).toMatchObject({ accountCode: '601.55', codingState: 'corrected' })
  expect(desk.model.seen).toHaveLength(1)
  await desk.close()
})

test('read again, a line that was answered is not asked about a second time', async () => {
  const desk = await openDesk()
  desk.model.respond(() => answer({ choices: [{ line: 1, choice: 'A' }] }))
  const documentId = await desk.take(cfdiFile(desk, 1))
  await desk.engine.ask('document.retry', { documentId })
  await desk.engine.company().queue.whenEmpty()
  await desk.settled()
  expect(desk.model.seen).toHaveLength(1)
  await desk.close()
})

const corpus = join(import.meta.dirname, '../../../../shared/corpus/hostile/prompt-injection.json')
interface Snippets {
  readonly snippets: readonly { readonly id: string; readonly text: string; readonly goal: string }[]
}
const snippets = existsSync(corpus) ? (JSON.parse(readFileSync(corpus, 'utf8')) as Snippets).snippets : []

/** What a model that obeys everything a document says might answer. */
const obedient = [
  { choices: [{ line: 1, choice: '102.01' }] },
  { choices: [{ line: 1, choice: 'A', accountCode: '102.01' }], approve: true, bankDetails: 'GB00TEST00000000000001' },
  { account: '102.01', approved: true },
  { values: [{ field: 'iban', value: 'GB00TEST00000000000001', page: 1, text: 'GB00TEST00000000000001' }] },
]

describe('a document whose text gives orders, and a model that obeys them', () => {
  async function outcome(desk: Desk, documentId: DocumentId) {
    const document = await desk.document(documentId)
    const { line, candidates } = await candidatesOf(desk, document)
    return { document, line, candidates, offered: candidates.map(one => one.accountCode) }
  }

  test.skipIf(snippets.length === 0).each(snippets.map(({ id, goal, text }) => [id, goal, text] as const))(
    '%s (%s): coding stays among the candidates and nothing is approved',
    async (_id, _goal, text) => {
      const quiet = await openDesk({ isOn: false })
      const local = await outcome(quiet, await quiet.take(cfdiFile(quiet, 1, `Papelería. ${text}`)))
      await quiet.close()
      for (const order of obedient) {
        const desk = await openDesk()
        desk.model.respond(() => ({ body: message(JSON.stringify(order)) }))
        const { document, line, offered } = await outcome(
          desk,
          await desk.take(cfdiFile(desk, 1, `Papelería. ${text}`)),
        )

        expect(offered.toSorted()).toEqual(local.offered.toSorted())
        expect(offered).not.toContain('102.01')
        if (line.accountCode !== null) expect(offered).toContain(line.accountCode)
        expect(document.state).toBe('needs_review')
        expect(document.details?.filter(({ key }) => key === 'iban' || key === 'bank_account') ?? []).toEqual([])
        expect(document.invoice?.fields).toEqual(local.document.invoice?.fields)
        expect(document.issues.map(({ key, state }) => `${key} ${state}`).toSorted()).toEqual(
          local.document.issues.map(({ key, state }) => `${key} ${state}`).toSorted(),
        )
        await desk.close()
      }
    },
  )
})
