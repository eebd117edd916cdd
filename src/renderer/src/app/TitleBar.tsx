import { Check, CloudOff, Link2, Search, Send, TriangleAlert, WifiOff, X } from 'lucide-react'
import { Button as AriaButton, Input, SearchField } from 'react-aria-components'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { useInbox } from '../inbox/inbox-slice'
import { Kbd } from '../parts/Kbd'
import { Pill } from '../parts/StatePill'
import { Tooltip } from '../parts/Tooltip'
import { useModel } from '../settings/model-slice'
import { useSettings } from '../settings/settings-slice'
import { companyName, useCompany } from './company-slice'
import { useLedger } from './ledger-slice'
import { useNavigation } from './navigation'
import { useNetwork } from './network-slice'
import { useOverlays } from './overlays'
import { HelpMenu } from './HelpMenu'
import { inboxGridId, searchId } from './search'
import { SittingPerson } from './SittingPerson'
import { useSearchDraft } from './use-search-draft'

/** Name of the app, search, whose books these are, whether a model may be asked and a ledger listens. */
export function TitleBar() {
  const { t } = useText()
  const company = useCompany(state => state.company)
  const isClosed = useNetwork(state => state.isClosed)
  return (
    <header className="title">
      <div className="brand">
        <span className="mark" aria-hidden="true">
          <Check />
        </span>
        <span className="brand-name">{t('app.name')}</span>
      </div>
      <div role="search" className="search-area">
        <InboxSearch />
      </div>
      <div className="right">
        <span className="company-name">{companyName(company)}</span>
        {isClosed ? null : <OutsideModelState />}
        <SittingPerson />
        {isClosed ? <AirGapState /> : <LedgerState />}
        <HelpMenu />
      </div>
    </header>
  )
}

/** Searches the inbox as one types; Enter goes there from any screen, Esc empties it. */
function InboxSearch() {
  const { t } = useText()
  const search = useInbox(state => state.filter.search)
  const [draft, setDraft] = useSearchDraft(search, text => useInbox.getState().setFilter({ search: text }))
  return (
    <SearchField
      className="search"
      aria-label={t('search.label')}
      value={draft}
      onChange={text => {
        if (text !== '' && useNavigation.getState().screen !== 'inbox') useNavigation.getState().show('inbox')
        setDraft(text)
      }}
      onSubmit={() => {
        useNavigation.getState().show('inbox')
        focusList()
      }}
    >
      <Search aria-hidden="true" />
      <Input
        id={searchId}
        placeholder={t('search.placeholder')}
        onKeyDown={event => {
          const leaves = event.key === 'ArrowDown' || (event.key === 'Escape' && draft === '')
          if (leaves) focusList()
        }}
      />
      <AriaButton className="icon-btn search-clear" aria-label={t('search.clear')}>
        <X aria-hidden="true" />
      </AriaButton>
      <Tooltip text={t('command.palette')}>
        <AriaButton
          slot={null}
          className="palette-button"
          aria-keyshortcuts="Control+K"
          onPress={() => useOverlays.getState().show('palette')}
        >
          <span className="visually-hidden">{t('command.palette')}</span>
          <Kbd keys="Mod+K" />
        </AriaButton>
      </Tooltip>
    </SearchField>
  )
}

/** From the search into the list it filters. */
function focusList(): void {
  document.getElementById(inboxGridId)?.focus()
}

/** Says on every screen that documents may leave the machine, or why they do not now; nothing while switched off. */
function OutsideModelState() {
  const text = useText()
  const { t } = text
  const isOn = useSettings(state => state.settings.outsideModel.isOn)
  const error = useModel(state => state.status?.lastError ?? null)
  if (!isOn) return null
  return (
    <Tooltip text={error ? errorText(text, error) : t('model.title.hint')}>
      <AriaButton className="ledger-state" onPress={() => useNavigation.getState().openSettings('model')}>
        <Pill icon={error ? TriangleAlert : Send} tone={error ? 'check' : 'info'}>
          {t(error ? 'model.title.trouble' : 'model.title')}
        </Pill>
      </AriaButton>
    </Tooltip>
  )
}

/** Stands for all connections while none is made. */
function AirGapState() {
  const { t } = useText()
  return (
    <Tooltip text={t('network.title.hint')}>
      <AriaButton className="ledger-state" onPress={() => useNavigation.getState().openSettings('privacy')}>
        <Pill icon={WifiOff} tone="info">
          {t('network.on')}
        </Pill>
      </AriaButton>
    </Tooltip>
  )
}

function LedgerState() {
  const { t } = useText()
  const ledger = useLedger(state => state.ledger)
  // Offline would be no true word while a model may be asked.
  const isModelOn = useSettings(state => state.settings.outsideModel.isOn)
  const trouble = ledger.connected && ledger.lastError !== null
  const hint = ledger.connected
    ? t('ledger.connected.hint', { organization: ledger.organization ?? ledger.url ?? '' })
    : t('ledger.offline.hint')
  return (
    <Tooltip text={hint}>
      <AriaButton className="ledger-state" onPress={() => useNavigation.getState().openSettings('ledger')}>
        {!ledger.connected && (
          <Pill icon={CloudOff} tone="quiet">
            {t(isModelOn ? 'model.title.noLedger' : 'ledger.offline')}
          </Pill>
        )}
        {ledger.connected && !trouble && (
          <Pill icon={Link2} tone="good">
            {t('ledger.connected')}
          </Pill>
        )}
        {trouble && (
          <Pill icon={TriangleAlert} tone="check">
            {t('ledger.trouble')}
          </Pill>
        )}
      </AriaButton>
    </Tooltip>
  )
}
