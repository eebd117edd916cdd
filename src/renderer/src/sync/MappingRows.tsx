import { Plus, Undo2 } from 'lucide-react'
import type { LedgerAccountView, MappingRow } from '../../../shared/ledger'
import type { LedgerVendorView, VendorMappingRow } from '../../../shared/ledger'
import { useText } from '../i18n/t'
import { Button, IconButton } from '../parts/Button'
import { TheirsPicker, wordsOf, type Theirs } from './TheirsPicker'
import { useMapping } from './mapping-slice'

/** Accounts in use and taxes met, each with the ledger's account it goes to. */
export function AccountRows({
  rows,
  accounts,
}: {
  readonly rows: readonly MappingRow[]
  readonly accounts: readonly LedgerAccountView[]
}) {
  const { t } = useText()
  const options = accounts.map(theirAccount)
  const { choose, createAccount } = useMapping.getState()
  if (rows.length === 0) return <p className="muted">{t('mapping.noAccounts')}</p>
  return (
    <table className="mapping">
      <Head ours={t('mapping.ourAccount')} theirs={t('mapping.theirAccount')} />
      <tbody>
        {rows.map(row => {
          const name = row.kind === 'account' ? `${row.ours} ${row.name}` : row.name
          const suggested = row.suggested ? wordsOf(theirAccount(row.suggested)) : null
          return (
            <tr key={`${row.kind} ${row.ours}`}>
              <th scope="row">
                {row.kind === 'account' ? (
                  <>
                    <span className="account-code num">{row.ours}</span> {row.name === row.ours ? '' : row.name}
                  </>
                ) : (
                  <>
                    {row.name}{' '}
                    <span className="muted">
                      {t(row.ours.startsWith('withheld') ? 'mapping.withheld' : 'mapping.tax')}
                    </span>
                  </>
                )}
              </th>
              <td>
                <TheirsPicker
                  label={t('mapping.choose', { name })}
                  chosen={row.chosen ? theirAccount(row.chosen) : null}
                  otherwise={suggested ?? t(otherwiseOf(row))}
                  options={options}
                  onChoose={id => void choose(row.kind, row.ours, id)}
                />
              </td>
              <td className="mapping-state">
                {row.isPartOfCost === true ? (
                  <span className="pill quiet">{t('mapping.cost')}</span>
                ) : (
                  <State
                    isChosen={row.chosen !== null}
                    isSuggested={suggested !== null}
                    isMade={row.isMadeWhenNeeded}
                  />
                )}
              </td>
              <td>
                {row.chosen !== null && (
                  <IconButton
                    label={t('mapping.back', { name })}
                    icon={Undo2}
                    onPress={() => void choose(row.kind, row.ours, null)}
                  />
                )}
                {row.kind === 'account' && row.chosen === null && suggested === null && (
                  <Button icon={Plus} onPress={() => void createAccount(row.ours)}>
                    {t('mapping.create')}
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Vendors bills are for, each with the ledger's vendor it is. */
export function VendorRows({
  rows,
  vendors,
}: {
  readonly rows: readonly VendorMappingRow[]
  readonly vendors: readonly LedgerVendorView[]
}) {
  const { t } = useText()
  const { chooseVendor, createVendor } = useMapping.getState()
  if (rows.length === 0) return <p className="muted">{t('mapping.noVendors')}</p>
  return (
    <table className="mapping">
      <Head ours={t('mapping.ourVendor')} theirs={t('mapping.theirVendor')} />
      <tbody>
        {rows.map(row => {
          const { suggested } = row
          const name = `${row.name} ${row.currency}`
          return (
            <tr key={row.ours}>
              <th scope="row">
                {row.name} <span className="muted num">{[row.taxId, row.currency].filter(Boolean).join(' · ')}</span>
              </th>
              <td>
                <TheirsPicker
                  label={t('mapping.choose', { name })}
                  chosen={row.chosen ? theirVendor(row.chosen) : null}
                  otherwise={
                    suggested?.fit === 'exact' ? wordsOf(theirVendor(suggested)) : t('mapping.vendorMadeWhenNeeded')
                  }
                  options={vendors.filter(({ currency }) => currency === row.currency).map(theirVendor)}
                  onChoose={id => void chooseVendor(row.ours, id)}
                />
              </td>
              <td className="mapping-state">
                {suggested?.fit === 'alike' ? (
                  <span className="pill check">{t('mapping.alike', { name: suggested.name })}</span>
                ) : (
                  <State isChosen={row.chosen !== null} isSuggested={suggested !== null} isMade />
                )}
              </td>
              <td>
                {row.chosen !== null && (
                  <IconButton
                    label={t('mapping.back', { name })}
                    icon={Undo2}
                    onPress={() => void chooseVendor(row.ours, null)}
                  />
                )}
                {suggested?.fit === 'alike' && (
                  <Button tone="primary" onPress={() => void chooseVendor(row.ours, suggested.id)}>
                    {t('mapping.confirm')}
                  </Button>
                )}
                {row.chosen === null && suggested?.fit !== 'exact' && (
                  <Button icon={Plus} onPress={() => void createVendor(row.ours)}>
                    {t('mapping.create')}
                  </Button>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Head({ ours, theirs }: { readonly ours: string; readonly theirs: string }) {
  const { t } = useText()
  return (
    <thead>
      <tr>
        <th scope="col">{ours}</th>
        <th scope="col">{theirs}</th>
        <th scope="col">{t('mapping.state')}</th>
        <th scope="col">
          <span className="visually-hidden">{t('mapping.actions')}</span>
        </th>
      </tr>
    </thead>
  )
}

interface StateProps {
  readonly isChosen: boolean
  readonly isSuggested: boolean
  readonly isMade: boolean
}

function State({ isChosen, isSuggested, isMade }: StateProps) {
  const { t } = useText()
  if (isChosen) return <span className="pill good">{t('mapping.chosen')}</span>
  if (isSuggested) return <span className="pill info">{t('mapping.suggested')}</span>
  return isMade ? (
    <span className="pill quiet">{t('mapping.new')}</span>
  ) : (
    <span className="pill critical">{t('mapping.missing')}</span>
  )
}

/** What happens to an account or tax nobody chose anything for. */
function otherwiseOf({ isPartOfCost, isMadeWhenNeeded }: MappingRow) {
  if (isPartOfCost === true) return 'mapping.cost.what'
  return isMadeWhenNeeded ? 'mapping.madeWhenNeeded' : 'mapping.missing'
}

function theirAccount({ id, name, code }: LedgerAccountView): Theirs {
  return { id, name, mark: code }
}

function theirVendor({
  id,
  name,
  taxId,
}: {
  readonly id: number
  readonly name: string
  readonly taxId: string | null
}) {
  return { id, name, mark: taxId } satisfies Theirs
}
