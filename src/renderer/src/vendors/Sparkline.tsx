const width = 120
const height = 22
/** Room for the stroke and the last point's dot. */
const edge = 3

interface SparklineProps {
  /** Oldest first. */
  readonly values: readonly number[]
  /** The same in words. */
  readonly label: string
}

/** The course of a few values as a line, the last one dotted. */
export function Sparkline({ values, label }: SparklineProps) {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (index: number) => edge + (index * (width - 2 * edge)) / Math.max(1, values.length - 1)
  // A price that never changed is a level line through the middle.
  const y = (value: number) =>
    high === low ? height / 2 : height - edge - ((value - low) * (height - 2 * edge)) / (high - low)
  const last = values.at(-1)
  return (
    <svg
      className="sparkline"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      <title>{label}</title>
      <polyline points={values.map((value, index) => `${x(index)},${y(value)}`).join(' ')} />
      {last !== undefined && <circle cx={x(values.length - 1)} cy={y(last)} r="2.2" />}
    </svg>
  )
}
