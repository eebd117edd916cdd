import { CircleAlert, CircleCheck, Info, X } from 'lucide-react'
import {
  Button as AriaButton,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useText } from '../i18n/t'
import { toasts, type Notice } from './toasts'

const icons = { good: CircleCheck, info: Info, critical: CircleAlert } as const

/** The corner where notices appear; announced politely, reachable with F6. */
export function Toasts() {
  const text = useText()
  const { t } = text
  return (
    <ToastRegion queue={toasts} className="toasts" aria-label={t('toast.region')}>
      {({ toast }) => (
        <Toast toast={toast} className={`toast ${toast.content.tone}`}>
          <NoticeIcon notice={toast.content} />
          <ToastContent className="toast-text">
            {/* As its title, the sentence is also the notice's name. */}
            <Text slot="title">{toast.content.text(text)}</Text>
          </ToastContent>
          {toast.content.action && (
            <AriaButton
              className="btn small"
              onPress={() => {
                void toast.content.action?.run()
                toasts.close(toast.key)
              }}
            >
              {t(toast.content.action.label)}
            </AriaButton>
          )}
          <AriaButton slot="close" className="icon-btn" aria-label={t('dialog.close')}>
            <X aria-hidden="true" />
          </AriaButton>
        </Toast>
      )}
    </ToastRegion>
  )
}

function NoticeIcon({ notice }: { readonly notice: Notice }) {
  const Icon = icons[notice.tone]
  return <Icon aria-hidden="true" className="toast-icon" />
}
