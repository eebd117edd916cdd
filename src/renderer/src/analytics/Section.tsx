import { useId, type ReactNode } from 'react'
import { Definition } from './Definition'

interface SectionProps {
  readonly title: string
  readonly define: Parameters<typeof Definition>[0]['of']
  readonly isWide?: boolean
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** A part of the screen with its title and what its numbers mean. */
export function Section({ title, define, isWide = false, action, children }: SectionProps) {
  const id = useId()
  return (
    <section className={isWide ? 'figure-card wide' : 'figure-card'} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        <Definition of={define} name={title} />
        <span className="head-gap" />
        {action}
      </header>
      {children}
    </section>
  )
}
