import { useEffect, useState } from 'react'
import type { UnknownBill } from '../../../shared/unknown-bill'
import { useLedger } from '../app/ledger-slice'
import { useNavigation } from '../app/navigation'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { ConfirmDialog, ReasonDialog } from '../parts/Dialog'
import { useUnknownBills } from './unknown-bills-slice'

/** Bills and vendor credits in the ledger with our mark that nothing here stands for: linked to their document, kept, or dismissed with a reason. */
export function UnknownBills() {
  const { t, language } = useText()
  const ledger = useLedger(state => state.ledger)
  const bills = useUnknownBills(state => state.bills)
  const total = useUnknownBills(state => state.total)
  const credits = useUnknownBills(state => state.credits)
  const [dismissed, setDismissed] = useState<UnknownBill | null>(null)
  const [keepsAll, setKeepsAll] = useState(false)
  useEffect(() => void useUnknownBills.getState().load(), [ledger])
  if (bills.length === 0) return null
  const { answer } = useUnknownBills.getState()
  const counted = [
    ...(total > credits ? [t('unknownBills.bills', { count: total - credits })] : []),
    ...(credits > 0 ? [t('unknownBills.credits', { count: credits })] : []),
  ]
  return (
    <section className="unknown-bills" aria-label={t('unknownBills.title')}>
      <h3>{t('unknownBills.heading', { count: total, what: new Intl.ListFormat(language).format(counted) })}</h3>
      <p className="muted">{t('unknownBills.why')}</p>
      <ul className="sync-problems">
        {bills.map(bill => (
          <Row key={`${bill.kind} ${bill.ledgerId}`} bill={bill} onDismiss={() => setDismissed(bill)} />
        ))}
      </ul>
      {total > 1 && (
        <div className="actions">
          <Button onPress={() => setKeepsAll(true)}>{t('unknownBills.keepAll', { count: total })}</Button>
        </div>
      )}
      <ReasonDialog
        isOpen={dismissed !== null}
        isRequired
        title={t('unknownBills.dismiss.title', { number: dismissed?.billNumber ?? '' })}
        question={t('unknownBills.dismiss.reason')}
        hint={t('unknownBills.dismiss.hint')}
        action={t('unknownBills.dismiss.action')}
        onConfirm={reason => {
          // Without one, all would be meant.
          if (dismissed) void answer(dismissed, { type: 'dismiss', reason })
        }}
        onClose={() => setDismissed(null)}
      />
      <ConfirmDialog
        isOpen={keepsAll}
        title={t('unknownBills.keepAll.title', { count: total })}
        body={t('unknownBills.keepAll.body')}
        action={t('unknownBills.keepAll', { count: total })}
        onConfirm={() => void answer(null, { type: 'keep' })}
        onClose={() => setKeepsAll(false)}
      />
    </section>
  )
}

function Row({ bill, onDismiss }: { readonly bill: UnknownBill; onDismiss(): void }) {
  const { t, money, date } = useText()
  const { kind, billNumber, vendorName, total, currency, isDraft, document } = bill
  const { answer, link } = useUnknownBills.getState()
  const facts = [
    kind === 'vendor_credit' ? t('unknownBills.credit') : null,
    date(bill.date),
    `${money(total, currency)} ${currency}`,
    isDraft ? t('unknownBills.draft') : null,
  ]
  return (
    <li>
      <div className="sync-problem">
        <strong>{[billNumber, vendorName].filter(part => part !== null && part !== '').join(' · ')}</strong>
        <span className="num">{facts.filter(part => part !== null).join(' · ')}</span>
        <p className="muted">
          {document === null
            ? t('unknownBills.noDocument', { kind })
            : t(document.state === 'ready' ? 'unknownBills.fitsReady' : 'unknownBills.fits', {
                kind,
                number: document.intakeNumber,
                state: t(`state.${document.state}`),
              })}
        </p>
      </div>
      {document?.state === 'ready' && (
        <Button tone="primary" onPress={() => void link(document.documentId)}>
          {t('unknownBills.link', { kind, number: document.intakeNumber })}
        </Button>
      )}
      {document !== null && (
        <Button onPress={() => useNavigation.getState().openReview(document.documentId, [document.documentId])}>
          {t('unknownBills.open', { number: document.intakeNumber })}
        </Button>
      )}
      <Button onPress={() => void answer(bill, { type: 'keep' })}>{t('unknownBills.keep')}</Button>
      <Button onPress={onDismiss}>{t('unknownBills.dismiss')}</Button>
    </li>
  )
}
