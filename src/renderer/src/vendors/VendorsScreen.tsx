import { FilePlus, Search, Store, X } from 'lucide-react'
import { useEffect } from 'react'
import { Button as AriaButton, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components'
import { vendorSearchId } from '../app/search'
import { useSearchDraft } from '../app/use-search-draft'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { LookAlikes } from './LookAlikes'
import { MergeDialog } from './MergeDialog'
import { useMerge } from './merge-slice'
import { VendorRecord } from './VendorRecord'
import { useVendors } from './vendors-slice'

/** Who sends invoices: the list on the left, one record on the right. */
export function VendorsScreen() {
  const { t } = useText()
  const total = useVendors(state => state.total)
  const isLoaded = useVendors(state => state.isLoaded)
  const search = useVendors(state => state.search)
  useEffect(() => {
    void useVendors.getState().load()
    void useMerge.getState().load()
  }, [])
  const isEmpty = isLoaded && total === 0 && search === ''
  return (
    <>
      <header className="head">
        <h1>{t('vendors.title')}</h1>
        {total > 0 && <span className="head-note num">{t('vendors.count', { count: total })}</span>}
      </header>
      {isEmpty ? (
        <div className="empty">
          <div className="empty-card">
            <Store aria-hidden="true" />
            <h2>{t('vendors.empty.title')}</h2>
            <p>{t('vendors.empty.body')}</p>
            <div className="empty-actions">
              <Button icon={FilePlus} command="file.add">
                {t('inbox.addFiles')}
              </Button>
            </div>
          </div>
        </div>
      ) : (
        <div className="split">
          <section className="split-list" aria-label={t('vendors.list')}>
            <LookAlikes />
            <VendorSearch />
            <VendorList />
          </section>
          <VendorRecord />
          <MergeDialog />
        </div>
      )}
    </>
  )
}

function VendorSearch() {
  const { t } = useText()
  const search = useVendors(state => state.search)
  const [draft, setDraft] = useSearchDraft(search, text => useVendors.getState().setSearch(text))
  return (
    <div className="split-search">
      <SearchField className="search" aria-label={t('vendors.search')} value={draft} onChange={setDraft}>
        <Search aria-hidden="true" />
        <Input id={vendorSearchId} placeholder={t('vendors.search')} />
        <AriaButton className="icon-btn search-clear" aria-label={t('search.clear')}>
          <X aria-hidden="true" />
        </AriaButton>
      </SearchField>
    </div>
  )
}

function VendorList() {
  const { t, number } = useText()
  const vendors = useVendors(state => state.vendors)
  const chosenId = useVendors(state => state.chosenId)
  return (
    <ListBox
      className="vendor-list"
      aria-label={t('vendors.list')}
      items={vendors}
      // The list keeps drawn rows: in another language they are others.
      dependencies={[t]}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosenId === null ? [] : [chosenId]}
      onSelectionChange={keys => {
        const vendor = vendors.find(({ id }) => keys !== 'all' && keys.has(id))
        if (vendor) useVendors.getState().choose(vendor.id)
      }}
      onScroll={event => {
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget
        if (scrollHeight - scrollTop - clientHeight < 400) void useVendors.getState().loadMore()
      }}
      renderEmptyState={() => <p className="menu-empty">{t('vendors.none')}</p>}
    >
      {vendor => (
        <ListBoxItem id={vendor.id} textValue={vendor.name} className="vendor-item">
          <span className="name">{vendor.name}</span>
          {vendor.isNew && <span className="pill info">{t('vendors.new')}</span>}
          {vendor.openCount > 0 && (
            <span className="pill check num">{t('vendors.open', { count: vendor.openCount })}</span>
          )}
          <span className="count num">{number(vendor.invoiceCount)}</span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
