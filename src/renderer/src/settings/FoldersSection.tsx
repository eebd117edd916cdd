import { FolderPlus } from 'lucide-react'
import { useEffect } from 'react'
import { AfterTaking, type WatchedFolderView } from '../../../shared/paperless'
import { usePaperless } from '../app/paperless-slice'
import { errorText } from '../i18n/sentences'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { FormError } from '../parts/FormError'
import { Select } from '../parts/Select'
import { notify } from '../parts/toasts'

/** Folders whose new files are taken in; each is chosen in the system's own dialog. */
export function FoldersSection() {
  const { t } = useText()
  const folders = usePaperless(state => state.folders)
  useEffect(() => void usePaperless.getState().loadFolders(), [])
  const add = async () => {
    if (await usePaperless.getState().watchFolder()) notify({ text: text => text.t('folders.added'), tone: 'good' })
  }
  return (
    <>
      <p className="muted">{t('folders.hint')}</p>
      {folders.length === 0 ? (
        <p className="sub">{t('folders.none')}</p>
      ) : (
        <ul className="watched-folders" aria-label={t('folders.list')}>
          {folders.map(folder => (
            <Folder key={folder.folderId} folder={folder} />
          ))}
        </ul>
      )}
      <div className="actions">
        <Button icon={FolderPlus} onPress={() => void add()}>
          {t('folders.add')}
        </Button>
      </div>
    </>
  )
}

function Folder({ folder }: { readonly folder: WatchedFolderView }) {
  const text = useText()
  const { t, instant } = text
  const { folderId, path, afterTaking, taken, lastTakenAt, failed, error } = folder
  return (
    <li>
      <div className="watched-folder">
        <strong>{path}</strong>
        <p className="muted num">
          {t('folders.taken', { count: taken })}
          {lastTakenAt !== null && ` · ${t('sync.last', { at: instant(lastTakenAt) })}`}
          {failed > 0 && ` · ${t('folders.failed', { count: failed })}`}
        </p>
        {error && <FormError>{errorText(text, error)}</FormError>}
      </div>
      <Select
        label={t('folders.after')}
        value={afterTaking}
        options={AfterTaking.options.map(id => ({ id, label: t(`folders.after.${id}`) }))}
        onChange={choice => void usePaperless.getState().setAfterTaking(folderId, choice)}
      />
      <Button onPress={() => void usePaperless.getState().removeFolder(folderId)}>{t('folders.remove')}</Button>
    </li>
  )
}
