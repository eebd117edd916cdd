import { BookOpen } from 'lucide-react'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { openHandbook } from './open-handbook'

/** For whoever cannot get in: no key works there. */
export function HandbookButton() {
  const { t } = useText()
  return (
    <Button tone="ghost" icon={BookOpen} onPress={openHandbook}>
      {t('command.handbook')}
    </Button>
  )
}
