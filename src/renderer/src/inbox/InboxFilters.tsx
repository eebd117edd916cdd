import { useState } from 'react'
import {
  Autocomplete,
  Button as AriaButton,
  Dialog,
  DialogTrigger,
  Input,
  Menu as AriaMenu,
  MenuItem,
  Popover,
  TextField,
} from 'react-aria-components'
import { figureText } from '../analytics/figure-text'
import type { InboxFilter } from '../../../shared/inbox'
import { DocumentSource } from '../../../shared/document'
import { IssueKey } from '../../../shared/issue'
import { useText } from '../i18n/t'
import { Menu } from '../parts/Menu'
import { ChipButton, ChoiceChip, SetChip } from './chips'
import { isFiltered, useInbox } from './inbox-slice'
import { RuleChip } from './RuleChip'
import { TeamChips } from './TeamChips'
import { useVendorChoices, useVendorName } from './vendor-choices'
import { ViewsMenu } from './ViewsMenu'

const dueChoices = [0, 7, 30, 90] as const

const setFilter = (change: Partial<InboxFilter>) => void useInbox.getState().setFilter(change)

/** Filter chips: an unset one opens its menu, a set one says what it filters and goes away with a click. */
export function InboxFilters() {
  const text = useText()
  const { t, number } = text
  const filter = useInbox(state => state.filter)
  const total = useInbox(state => state.total)
  return (
    <div className="filters" role="group" aria-label={t('inbox.filters')}>
      <ViewsMenu />
      {filter.figure && (
        <SetChip label={figureText(text, filter.figure)} onRemove={() => setFilter({ figure: null })} />
      )}
      <RuleChip rule={filter.rule} />
      <DueChip days={filter.dueWithinDays} />
      <VendorChip vendorId={filter.vendorId} />
      <ChoiceChip
        name={t('inbox.filter.issue')}
        value={filter.issueKey}
        choices={IssueKey.options.map(key => ({ id: key, label: t(`issue.${key}.name`) }))}
        onChange={issueKey => setFilter({ issueKey })}
      />
      <ChoiceChip
        name={t('inbox.filter.source')}
        value={filter.source}
        choices={DocumentSource.options.map(source => ({ id: source, label: t(`source.${source}`) }))}
        onChange={source => setFilter({ source })}
      />
      <TeamChips />
      {isFiltered(filter) && (
        <AriaButton className="btn ghost small" onPress={() => void useInbox.getState().clearFilters()}>
          {t('inbox.filter.clear')}
        </AriaButton>
      )}
      <span className="shown num" role="status">
        {t('inbox.shown', { count: total, shown: number(total) })}
      </span>
    </div>
  )
}

function DueChip({ days }: { readonly days: number | null }) {
  const { t } = useText()
  const label = (within: number) =>
    within === 0 ? t('inbox.filter.dueToday') : t('inbox.filter.dueWithin', { days: within })
  if (days !== null) return <SetChip label={label(days)} onRemove={() => setFilter({ dueWithinDays: null })} />
  return (
    <Menu
      label={t('inbox.filter.due')}
      choices={dueChoices.map(within => ({ id: String(within), label: label(within) }))}
      onChoose={id => setFilter({ dueWithinDays: Number(id) })}
    >
      <ChipButton name={t('inbox.filter.due')} />
    </Menu>
  )
}

function VendorChip({ vendorId }: { readonly vendorId: InboxFilter['vendorId'] }) {
  const { t } = useText()
  const [search, setSearch] = useState('')
  const vendors = useVendorChoices(search)
  const name = useVendorName(vendorId)
  if (vendorId !== null) return <SetChip label={name} onRemove={() => setFilter({ vendorId: null })} />
  return (
    <DialogTrigger>
      <ChipButton name={t('inbox.filter.vendor')} />
      <Popover className="popover" placement="bottom start">
        <Dialog aria-label={t('inbox.filter.vendor')} className="filter-search">
          {({ close }) => (
            <Autocomplete inputValue={search} onInputChange={setSearch}>
              <TextField className="menu-search" aria-label={t('inbox.filter.searchVendors')} autoFocus>
                <Input className="input" placeholder={t('inbox.filter.searchVendors')} />
              </TextField>
              <AriaMenu
                className="menu"
                aria-label={t('inbox.filter.vendor')}
                items={vendors}
                renderEmptyState={() => <p className="menu-empty">{t('vendors.none')}</p>}
              >
                {vendor => (
                  <MenuItem
                    id={vendor.id}
                    className="menu-item"
                    textValue={vendor.name}
                    onAction={() => {
                      setFilter({ vendorId: vendor.id })
                      close()
                    }}
                  >
                    <span className="menu-label">{vendor.name}</span>
                  </MenuItem>
                )}
              </AriaMenu>
            </Autocomplete>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
