import { GitMerge, Split } from 'lucide-react'
import { useState } from 'react'
import type { LookAlikePair } from '../../../shared/vendor-merge'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { keepApart } from './merge-actions'
import { useMerge } from './merge-slice'

const shownFirst = 3

/** Vendors that may be one, each with what speaks for it, and the two answers. */
export function LookAlikes() {
  const { t } = useText()
  const pairs = useMerge(state => state.pairs)
  const [showsAll, setShowsAll] = useState(false)
  if (pairs.length === 0) return null
  return (
    <section className="look-alikes" aria-label={t('vendors.lookAlikes.label')}>
      <h2>{t('vendors.lookAlikes', { count: pairs.length })}</h2>
      <ul>
        {(showsAll ? pairs : pairs.slice(0, shownFirst)).map(pair => (
          <Pair key={`${pair.from.id} ${pair.into.id}`} pair={pair} />
        ))}
      </ul>
      {pairs.length > shownFirst && (
        <Button tone="ghost" className="small" onPress={() => setShowsAll(!showsAll)}>
          {t(showsAll ? 'vendors.lookAlikes.fewer' : 'vendors.lookAlikes.all', { count: pairs.length })}
        </Button>
      )}
    </section>
  )
}

function Pair({ pair }: { readonly pair: LookAlikePair }) {
  const { t, percent } = useText()
  const { from, into, similarity, evidence } = pair
  const names = { from: from.name, into: into.name }
  return (
    <li>
      <p className="look-alike-names">
        <strong>{from.name}</strong>
        <span className="muted num">{from.invoiceCount}</span>
        <span aria-hidden="true">≈</span>
        <strong>{into.name}</strong>
        <span className="muted num">{into.invoiceCount}</span>
      </p>
      <p className="muted">
        {t('vendors.alike', { share: percent(similarity) })}
        {evidence.map(({ kind, value }) => ` · ${t(`vendors.evidence.${kind}`, { value })}`)}
      </p>
      <div className="look-alike-actions">
        <Button
          icon={GitMerge}
          className="small"
          onPress={() => void useMerge.getState().ask(from.id, into.id)}
          aria-label={t('vendors.merge.named', names)}
        >
          {t('vendors.merge.ask')}
        </Button>
        <Button
          tone="ghost"
          icon={Split}
          className="small"
          onPress={() => void keepApart(pair)}
          aria-label={t('vendors.apart.named', names)}
        >
          {t('vendors.apart')}
        </Button>
      </div>
    </li>
  )
}
