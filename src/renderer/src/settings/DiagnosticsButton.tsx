import { Stethoscope } from 'lucide-react'
import { useText } from '../i18n/t'
import { Button } from '../parts/Button'
import { useDiagnostics } from './diagnostics-slice'

/** For whoever cannot get in: what helps those who help. */
export function DiagnosticsButton() {
  const { t } = useText()
  const isCollecting = useDiagnostics(state => state.isCollecting)
  return (
    <Button
      tone="ghost"
      icon={Stethoscope}
      isDisabled={isCollecting}
      onPress={() => void useDiagnostics.getState().collect()}
    >
      {t('command.diagnostics')}
    </Button>
  )
}
