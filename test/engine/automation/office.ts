import { personActor } from '../../../src/shared/actor'
import type { PolicyBody, RuleBody, RunMode } from '../../../src/shared/automation'
import type { DocumentId, PersonId } from '../../../src/shared/ids'
import { savePolicy } from '../../../src/engine/automation/policies-store'
import { saveRule } from '../../../src/engine/automation/rules-store'
import { addPerson, type PersonRow } from '../../../src/engine/people/people-store'
import { write } from '../../../src/engine/store/write'
import type { Book } from '../decisions/book'
import { bookWithRuiz } from '../decisions/settled-book'

/** Somebody joins the workspace. */
export function join(book: Book, name: string): PersonRow {
  return write(book.store, tx => addPerson(tx, { name, initials: name.slice(0, 2) }, book.ctx))
}

/** From now on, this person decides. */
export function sit(book: Book, person: { readonly id: PersonId; readonly name: string }): void {
  book.actor = personActor(person)
}

export function makeRule(book: Book, body: Partial<RuleBody> & Pick<RuleBody, 'actions'>, mode: RunMode = 'on') {
  const whole = { name: 'Test rule', conditions: [], ...body }
  return write(book.store, tx => saveRule(tx, { ruleId: null, mode, body: whole }, book.ctx))
}

export function makePolicy(book: Book, body: Partial<PolicyBody>) {
  const whole = { name: 'Large invoices', conditions: [], steps: [], fourEyes: false, ...body }
  return write(book.store, tx => savePolicy(tx, { policyId: null, isOn: true, body: whole }, book.ctx))
}

let lastNumber = 2000

/**
 * A clean invoice of a vendor known in a book with Ruiz, ready unless a rule says otherwise. Around 1,000.00 MXN and
 * never twice the same: equal totals of one vendor look like duplicates.
 */
export function readClean(book: Book, net?: number): DocumentId {
  lastNumber += 1
  const total = net ?? lastNumber - 1000
  const tax = (total * 0.16).toFixed(2)
  return book.read({
    format: 'cfdi_4.0',
    values: {
      invoice_number: `B-${lastNumber}`,
      issue_date: '2026-03-14',
      net_total: `${total}.00`,
      tax_total: tax,
      grand_total: (total * 1.16).toFixed(2),
    },
    lines: [{ description: 'Tornillo 1/4 galvanizado', total: `${total}.00` }],
  })
}

/** A book with a known vendor and these people; the first one sits at the machine. */
export function office(...names: string[]) {
  const book = bookWithRuiz()
  const people = names.map(name => join(book, name))
  const [first] = people
  if (first) sit(book, first)
  return { book, people }
}

/** Who the journal names for each row about a document, oldest first. */
export function actorsOf(book: Book, documentId: DocumentId): string[] {
  const rows = book.store.raw
    .prepare('SELECT actor, kind FROM journal WHERE document_id = ? ORDER BY sequence')
    .all(documentId) as { actor: string; kind: string }[]
  return rows.map(({ actor, kind }) => `${kind} by ${actor}`)
}
