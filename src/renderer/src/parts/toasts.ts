import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import type { ErrorData } from '../../../shared/result'
import type { MessageKey } from '../i18n/messages'
import { errorText } from '../i18n/sentences'
import type { Text } from '../i18n/t'

export interface Notice {
  /** Its sentence, written anew when the language changes while it stands there. */
  text(text: Text): string
  readonly tone: 'good' | 'info' | 'critical'
  /** A button on the notice, usually Undo. */
  readonly action?: { readonly label: MessageKey; run(): void | Promise<void> }
}

/** How long a notice stays, in milliseconds; it waits while it has the pointer or focus. */
const noticeMs = 10_000

export const toasts = new ToastQueue<Notice>({ maxVisibleToasts: 4 })

/**
 * Tells the result of something done in the background.
 *
 * @returns takes the notice back, and says whether it still stood there
 */
export function notify(notice: Notice): () => boolean {
  let isThere = true
  const key = toasts.add(notice, { timeout: noticeMs, onClose: () => (isThere = false) })
  return () => {
    const wasThere = isThere
    if (wasThere) toasts.close(key)
    return wasThere
  }
}

/** Tells what went wrong and what to do. */
export function notifyError(error: ErrorData): void {
  notify({ text: text => errorText(text, error), tone: 'critical' })
}
