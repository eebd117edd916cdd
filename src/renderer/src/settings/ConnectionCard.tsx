import { CircleCheck } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../parts/Button'
import { ConfirmDialog } from '../parts/Dialog'
import { Facts } from '../parts/Facts'
import { FormError } from '../parts/FormError'
import { Pill } from '../parts/StatePill'

interface ConnectionCardProps {
  /** With whom or what. */
  readonly state: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  /** What does not work, in words. */
  readonly problems: readonly string[]
  readonly disconnectWords: { readonly action: string; readonly title: string; readonly effect: string }
  disconnect(): void
  /** Buttons before "disconnect". */
  readonly children?: ReactNode
}

/** A connection as it stands, and its end after a question. */
export function ConnectionCard({ state, facts, problems, disconnectWords, disconnect, children }: ConnectionCardProps) {
  const [isAsking, setIsAsking] = useState(false)
  const { action, title, effect } = disconnectWords
  return (
    <>
      <p>
        <Pill icon={CircleCheck} tone="good">
          {state}
        </Pill>
      </p>
      <Facts facts={facts} />
      {problems.map(problem => (
        <FormError key={problem} className="sub">
          {problem}
        </FormError>
      ))}
      <div className="actions">
        {children}
        <Button tone="danger" onPress={() => setIsAsking(true)}>
          {action}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={title}
        body={effect}
        action={action}
        onConfirm={disconnect}
        onClose={() => setIsAsking(false)}
      />
    </>
  )
}
