import type { ChangeEvent } from 'react'
import { useText } from '../i18n/t'
import { filesInputId, folderInputId, takeFiles } from './intake'

/** The two file dialogs of the operating system. Content decides what a file is, so every kind may be chosen. */
export function FileInputs() {
  const { t } = useText()
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    // The same file may be chosen again after it was refused.
    event.target.value = ''
    void takeFiles(files)
  }
  return (
    <>
      <input id={filesInputId} type="file" multiple hidden aria-label={t('inbox.addFiles')} onChange={onChange} />
      <input
        id={folderInputId}
        type="file"
        hidden
        aria-label={t('inbox.addFolder')}
        onChange={onChange}
        ref={input => input?.setAttribute('webkitdirectory', '')}
      />
    </>
  )
}
