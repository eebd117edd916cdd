import { CircleAlert } from 'lucide-react'

interface FormErrorProps {
  readonly children: string
  /** Where it stands, e.g. `wide` in a form of two columns. */
  readonly className?: string
}

/** What went wrong, in words, said aloud by screen readers at once. */
export function FormError({ children, className }: FormErrorProps) {
  return (
    <p className={className === undefined ? 'form-error' : `form-error ${className}`} role="alert">
      <CircleAlert aria-hidden="true" />
      {children}
    </p>
  )
}
