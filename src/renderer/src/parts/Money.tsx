import { useText } from '../i18n/t'

interface MoneyProps {
  /** Decimal text. */
  readonly amount: string | null
  readonly currency: string | null
}

/** An amount with its currency small and grey beside it. Never truncated. */
export function Money({ amount, currency }: MoneyProps) {
  const { money } = useText()
  return (
    <span className="money num">
      <span className="amount">{money(amount, currency)}</span>
      {amount !== null && currency !== null && <span className="cur">{currency}</span>}
    </span>
  )
}
