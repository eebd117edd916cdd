import { CloudOff } from 'lucide-react'
import { useState } from 'react'
import type { ErrorData } from '../../../shared/result'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { FormError } from '../parts/FormError'
import { Pill } from '../parts/StatePill'
import { TextField } from '../parts/TextField'

interface FieldWords {
  readonly label: string
  readonly hint: string
}

interface ConnectionFormProps {
  /** The address used last, to begin with. */
  readonly lastUrl: string | null
  readonly isConnecting: boolean
  readonly error: ErrorData | null
  readonly words: {
    readonly state: string
    /** What it means that there is no connection. */
    readonly off: string
    readonly url: FieldWords
    /** The key or token. */
    readonly secret: FieldWords
    readonly connect: string
    readonly connecting: string
  }
  /** Tests address and secret and keeps them when both are right; says whether they were. */
  connect(url: string, secret: string): Promise<boolean>
}

/** Asks for the address of another program and the secret that opens it. The secret is let go once it is stored. */
export function ConnectionForm({ lastUrl, isConnecting, error, words, connect }: ConnectionFormProps) {
  const text = useText()
  const [url, setUrl] = useState(lastUrl ?? '')
  const [secret, setSecret] = useState('')
  const isComplete = url.trim() !== '' && secret.trim() !== ''
  const submit = async () => {
    if (await connect(url.trim(), secret.trim())) setSecret('')
  }
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      <p className="wide">
        <Pill icon={CloudOff} tone="quiet">
          {words.state}
        </Pill>{' '}
        {words.off}
      </p>
      <TextField className="wide" {...words.url} value={url} onChange={setUrl} maxLength={500} />
      <TextField
        className="wide"
        {...words.secret}
        type="password"
        value={secret}
        onChange={setSecret}
        maxLength={400}
      />
      {error && <FormError className="wide">{errorText(text, error)}</FormError>}
      <div className="wide actions">
        <Button tone="primary" type="submit" isDisabled={isConnecting || !isComplete}>
          {isConnecting ? words.connecting : words.connect}
        </Button>
      </div>
    </form>
  )
}
