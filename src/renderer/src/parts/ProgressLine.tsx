import { ProgressBar } from 'react-aria-components'

interface ProgressLineProps {
  /** What is being done, for screen readers. */
  readonly label: string
  /** What is being done just now. */
  readonly stage: string
  /** Of how many bytes how many are done, in words; null while nobody counts them. */
  readonly counted: { readonly percent: number; readonly words: string } | null
}

/** How far something long is, in words and as a bar. */
export function ProgressLine({ label, stage, counted }: ProgressLineProps) {
  return (
    <ProgressBar
      className="backup-progress"
      aria-label={label}
      isIndeterminate={counted === null}
      value={counted?.percent ?? 100}
      valueLabel={counted?.words ?? ''}
    >
      {({ valueText }) => (
        <>
          <p className="num">
            {stage} {valueText}
          </p>
          <div className="bar">
            <div
              className={counted === null ? 'bar-fill waiting' : 'bar-fill'}
              style={{ width: `${counted?.percent ?? 100}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
