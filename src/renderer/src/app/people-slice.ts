import { create, type StateCreator } from 'zustand'
import type { Input } from '../../../shared/contract'
import type { PersonId } from '../../../shared/ids'
import type { PeopleView, PersonView } from '../../../shared/people'
import type { ErrorData, Reply } from '../../../shared/result'
import { engine, type Client } from '../engine-client'
import { notify, notifyError } from '../parts/toasts'

export interface PeopleSlice extends PeopleView {
  load(): Promise<void>
  /** @returns false when it was refused; the reason was told */
  add(person: Input<'people.add'>): Promise<boolean>
  change(person: Input<'people.change'>): Promise<boolean>
  /** Where people sign in, asks for the passphrase first. */
  sit(personId: PersonId): Promise<void>
  /** Who is being asked for a passphrase; null while nobody is. */
  readonly signingIn: PersonId | null
  /** @returns why it was refused; null when this person sits here now */
  signIn(passphrase: string): Promise<ErrorData | null>
  endSignIn(): void
  setRights(rights: Input<'people.setRights'>): Promise<boolean>
  /** @returns why it was refused; null when it is set */
  setPassphrase(passphrase: Input<'people.setPassphrase'>): Promise<ErrorData | null>
  removePassphrase(current: string): Promise<ErrorData | null>
  addAbsence(absence: Input<'absence.add'>): Promise<boolean>
  removeAbsence(absenceId: string): Promise<void>
}

/** Who works here and who sits at this machine. */
export const createPeopleSlice =
  (client: Client): StateCreator<PeopleSlice> =>
  (set, get) => {
    function take(reply: Reply<PeopleView>): boolean {
      if (reply.ok) set(reply.value)
      else notifyError(reply.error)
      return reply.ok
    }
    /** For forms that say themselves what was refused. */
    function quietly(reply: Reply<PeopleView>): ErrorData | null {
      if (!reply.ok) return reply.error
      set(reply.value)
      return null
    }
    function tellWhoSits(): void {
      const { people, sitting } = get()
      const name = people.find(({ id }) => id === sitting)?.name ?? ''
      notify({ text: ({ t }) => t('people.sitsNow', { name }), tone: 'info' })
    }
    return {
      people: [],
      absences: [],
      sitting: null,
      isProtected: false,
      signingIn: null,
      async load() {
        const reply = await client.call('people.get')
        if (reply.ok) set(reply.value)
      },
      add: async person => take(await client.call('people.add', person)),
      change: async person => take(await client.call('people.change', person)),
      async sit(personId) {
        if (get().isProtected) {
          if (personId !== get().sitting) set({ signingIn: personId })
          return
        }
        if (take(await client.call('people.sit', { personId }))) tellWhoSits()
      },
      async signIn(passphrase) {
        const personId = get().signingIn
        if (personId === null) return null
        const reply = await client.call('people.sit', { personId, passphrase })
        if (!reply.ok) return reply.error
        set({ ...reply.value, signingIn: null })
        tellWhoSits()
        return null
      },
      endSignIn: () => set({ signingIn: null }),
      setRights: async rights => take(await client.call('people.setRights', rights)),
      async setPassphrase(passphrase) {
        const refused = quietly(await client.call('people.setPassphrase', passphrase))
        const name = get().people.find(({ id }) => id === passphrase.personId)?.name ?? ''
        if (!refused) notify({ text: ({ t }) => t('passphrase.saved', { name }), tone: 'good' })
        return refused
      },
      removePassphrase: async current => quietly(await client.call('people.removePassphrase', { current })),
      addAbsence: async absence => take(await client.call('absence.add', absence)),
      removeAbsence: async absenceId => void take(await client.call('absence.remove', { absenceId })),
    }
  }

export const usePeople = create<PeopleSlice>()(createPeopleSlice(engine))

/** Those who may act now. A workspace with one of them shows nothing of all this. */
export function activePeople(people: readonly PersonView[]): readonly PersonView[] {
  return people.filter(person => person.isActive)
}

/** Whether more than one person works here: assignment, mentions and who sits here show only then. */
export function isTeamOf({ people }: Pick<PeopleSlice, 'people'>): boolean {
  return activePeople(people).length > 1
}

/** The one after whoever sits here now, in order of arrival. */
export function nextPerson({ people, sitting }: Pick<PeopleSlice, 'people' | 'sitting'>): PersonView | undefined {
  const active = activePeople(people)
  const index = active.findIndex(({ id }) => id === sitting)
  return active.length > 1 ? active[(index + 1) % active.length] : undefined
}
