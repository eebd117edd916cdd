interface FactsProps {
  readonly facts: readonly (readonly [name: string, value: string])[]
}

/** Names with their values, in columns. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="facts num sub">
      {facts.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
