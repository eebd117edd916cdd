import { useState } from 'react'
import type { OutsideModelStatus } from '../../../shared/outside-model'
import { useNetwork } from '../app/network-slice'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { TextField } from '../parts/TextField'
import { useKeyPlace } from './keys-slice'
import { useModel } from './model-slice'

/** The vendor's key goes to the key store and never comes back. */
export function ModelKey({ status }: { readonly status: OutsideModelStatus }) {
  const { t } = useText()
  const isTesting = useModel(state => state.isTesting)
  const isClosed = useNetwork(state => state.isClosed)
  const place = useKeyPlace('model.api_key')
  const [apiKey, setApiKey] = useState('')
  const { setKey, forgetKey, test } = useModel.getState()
  const save = async () => {
    if (await setKey(apiKey.trim())) setApiKey('')
  }
  if (status.hasKey)
    return (
      <>
        <dl className="facts sub">
          <div className="fact">
            <dt>{t('model.key')}</dt>
            <dd>{place}</dd>
          </div>
        </dl>
        <div className="actions">
          <Button isDisabled={isTesting || isClosed} onPress={() => void test()}>
            {t(isTesting ? 'model.testing' : 'model.test')}
          </Button>
          <Button tone="danger" onPress={() => void forgetKey()}>
            {t('model.key.forget')}
          </Button>
        </div>
      </>
    )
  return (
    <form
      className="form sub"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        className="wide"
        label={t('model.key')}
        hint={`${t('model.key.missing')} ${t('model.key.hint', { address: status.address })} ${place}`}
        type="password"
        value={apiKey}
        onChange={setApiKey}
        maxLength={400}
      />
      <div className="wide actions">
        <Button type="submit" isDisabled={apiKey.trim() === ''}>
          {t('model.key.save')}
        </Button>
      </div>
    </form>
  )
}
