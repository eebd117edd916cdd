import { evidenceText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { bandTones, candidateBand, type Candidate } from './coding-text'

/** Accounts with a number key. */
export const numberedMost = 9

interface CandidateListProps {
  readonly candidates: readonly Candidate[]
  /** Code of the account proposed or chosen now. */
  readonly current: string | null
  readonly bar: number
  onChoose(accountCode: string): void
}

/** Accounts to choose from by number, each with its chance in words and what speaks for it. */
export function CandidateList({ candidates, current, bar, onChoose }: CandidateListProps) {
  const text = useText()
  const { t, percent } = text
  return (
    <ol className="candidates" aria-label={t('coding.why.choices')}>
      {candidates.slice(0, numberedMost).map((candidate, index) => {
        const { accountCode, accountName, probability, evidence } = candidate
        // "Nothing else fits" says nothing about this account.
        const [first, ...others] = evidence.filter(({ key }) => key !== 'catch_all')
        const band = candidateBand(candidate, bar)
        return (
          <li key={accountCode}>
            <button
              type="button"
              className={accountCode === current ? 'candidate on' : 'candidate'}
              aria-keyshortcuts={String(index + 1)}
              aria-current={accountCode === current ? 'true' : undefined}
              onClick={() => onChoose(accountCode)}
            >
              <kbd aria-hidden="true">{index + 1}</kbd>
              <span className="candidate-account">
                <span className="num">{accountCode}</span> {accountName}
              </span>
              <span className={`candidate-chance ${bandTones[band]}-ink`}>
                {t('coding.why.chance', { band: t(`coding.band.${band}`), chance: percent(probability) })}
              </span>
              {first && (
                <span className="candidate-why" title={evidence.map(item => evidenceText(text, item)).join(' · ')}>
                  {evidenceText(text, first)}
                  {others.length > 0 && ` · ${t('coding.why.otherEvidence', { count: others.length })}`}
                </span>
              )}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
