import { CircleAlert, CircleCheck, FlaskConical, RotateCcw, ShieldCheck, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useCompany } from '../app/company-slice'
import { isConserved, sumOfStates } from '../app/conservation'
import { useRestore } from '../backups/restore-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { ConfirmDialog } from '../parts/Dialog'
import { isInOrder, useVerify, type Verification } from './verify-slice'

/** Whether everything is still there, and the sample company. */
export function DataSection() {
  return (
    <>
      <VerifyStore />
      <SampleCompany />
    </>
  )
}

function VerifyStore() {
  const text = useText()
  const { t } = text
  const { isRunning, result, error, run } = useVerify()
  return (
    <>
      <h3>{t('settings.verify')}</h3>
      <p>{t('settings.verify.hint')}</p>
      <div className="actions">
        <Button icon={ShieldCheck} isDisabled={isRunning} onPress={() => void run()}>
          {t(isRunning ? 'settings.verify.running' : 'settings.verify.run')}
        </Button>
      </div>
      <div role="status">
        {result && <Verdict result={result} />}
        {error && (
          <p className="form-error sub">
            <CircleAlert aria-hidden="true" />
            {errorText(text, error)}
          </p>
        )}
      </div>
    </>
  )
}

function Verdict({ result }: { readonly result: Verification }) {
  const { t, number } = useText()
  const isGood = isInOrder(result)
  const { conservation } = result
  const findings: readonly { text: string; isGood: boolean }[] = [
    {
      text: t('settings.verify.conservation', {
        received: number(conservation.received),
        sum: number(sumOfStates(conservation)),
      }),
      isGood: isConserved(conservation),
    },
    {
      text: t('settings.verify.originals', {
        checked: result.originalsChecked,
        damaged: result.originalsDamaged.length,
      }),
      isGood: result.originalsDamaged.length === 0,
    },
    ...result.originalsDamaged.map(({ fileName }) => ({ text: fileName, isGood: false })),
    {
      text: result.journalIntact
        ? t('settings.verify.journal', { rows: result.journalRows, intact: 'yes' })
        : t('settings.verify.journalBroken', {
            row: result.journalBrokenAt ?? 0,
            fault: result.journalFault ?? 'other',
          }),
      isGood: result.journalIntact,
    },
    {
      text: t('settings.verify.database', { intact: result.databaseIntact ? 'yes' : 'no' }),
      isGood: result.databaseIntact,
    },
    { text: t('settings.verify.jobs', { count: result.stuckJobs }), isGood: result.stuckJobs === 0 },
  ]
  return (
    <div className="verdict">
      <p className={isGood ? 'verdict-head good-ink' : 'verdict-head critical-ink'}>
        {isGood ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
        {t(isGood ? 'settings.verify.good' : 'settings.verify.bad')}
      </p>
      <ul className="num">
        {findings.map((finding, index) => (
          <li key={index} className={finding.isGood ? '' : 'critical-ink'}>
            {finding.isGood ? (
              <CircleCheck aria-hidden="true" className="good-ink" />
            ) : (
              <CircleAlert aria-hidden="true" />
            )}
            {finding.text}
          </li>
        ))}
      </ul>
      {!isGood && (
        <div className="actions">
          <Button icon={RotateCcw} onPress={() => useRestore.getState().open()}>
            {t('backups.restore')}
          </Button>
        </div>
      )}
    </div>
  )
}

function SampleCompany() {
  const { t } = useText()
  const company = useCompany(state => state.company)
  const isSwitching = useCompany(state => state.isSwitching)
  const [isAsking, setIsAsking] = useState(false)
  const { open, removeSample } = useCompany.getState()
  const isSample = company?.key === 'sample'
  return (
    <div className="sub">
      <h3>{t('settings.sample')}</h3>
      <p>{t('settings.sample.hint')}</p>
      <div className="actions">
        <Button icon={FlaskConical} isDisabled={isSwitching} onPress={() => void open(isSample ? 'own' : 'sample')}>
          {t(isSample ? 'settings.sample.leave' : 'settings.sample.open')}
        </Button>
        {company?.hasSample && (
          <Button tone="danger" icon={Trash2} onPress={() => setIsAsking(true)}>
            {t('settings.sample.remove')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t('settings.sample.remove.title')}
        body={t('settings.sample.remove.body')}
        action={t('settings.sample.remove')}
        onConfirm={() => void removeSample()}
        onClose={() => setIsAsking(false)}
      />
    </div>
  )
}
