import { create, type StateCreator } from 'zustand'
import type { CompanyView } from '../../../shared/company'
import { engine, type Client } from '../engine-client'
import { currentText, type Text } from '../i18n/t'
import { notify, notifyError } from '../parts/toasts'
import { setClock } from './clock'

export interface CompanySlice {
  readonly company: CompanyView | null
  /** True while the sample company is being made or another one opened. */
  readonly isSwitching: boolean
  load(): Promise<void>
  open(key: CompanyView['key']): Promise<void>
  removeSample(): Promise<void>
}

/** Whose books are shown: the accountant's own or the sample company's. */
export const createCompanySlice =
  (client: Client): StateCreator<CompanySlice> =>
  (set, get) => ({
    company: null,
    isSwitching: false,
    async load() {
      const reply = await client.call('company.current')
      if (!reply.ok) return
      setClock(reply.value.now)
      set({ company: reply.value })
    },
    async open(key) {
      if (get().isSwitching) return
      set({ isSwitching: true })
      const reply = await client.call('company.open', { key })
      set({ isSwitching: false })
      if (!reply.ok) return notifyError(reply.error)
      set({ company: reply.value })
      notify({ text: text => text.t('company.switched', { name: companyName(reply.value, text) }), tone: 'info' })
    },
    async removeSample() {
      const reply = await client.call('company.removeSample')
      if (reply.ok) set({ company: reply.value })
      else notifyError(reply.error)
    },
  })

export const useCompany = create<CompanySlice>()(createCompanySlice(engine))

/** What the company is called on screen; a fresh one has no name yet. */
export function companyName(company: CompanyView | null, { t }: Pick<Text, 't'> = currentText()): string {
  if (company?.key === 'sample') return t('company.sample')
  return company?.name ? company.name : t('company.unnamed')
}
