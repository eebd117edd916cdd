import {
  Ban,
  Check,
  CircleAlert,
  CircleDashed,
  CircleDot,
  CircleX,
  CloudUpload,
  Combine,
  Copy,
  FolderOpen,
  LoaderCircle,
  OctagonX,
  Pause,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import type { DocumentState, Step } from '../../../shared/document'
import type { DocumentView } from '../../../shared/document-view'
import { isBlocking, type Severity } from '../../../shared/issue'
import { stateLabel } from '../i18n/sentences'
import { useText } from '../i18n/t'

export type PillTone = 'critical' | 'check' | 'good' | 'info' | 'quiet'

const looks: Readonly<Record<DocumentState, { icon: LucideIcon; tone: PillTone }>> = {
  queued: { icon: CircleDashed, tone: 'quiet' },
  processing: { icon: LoaderCircle, tone: 'quiet' },
  needs_review: { icon: TriangleAlert, tone: 'check' },
  ready: { icon: CircleDot, tone: 'info' },
  approved: { icon: Check, tone: 'good' },
  posted: { icon: CloudUpload, tone: 'good' },
  post_failed: { icon: CircleX, tone: 'critical' },
  on_hold: { icon: Pause, tone: 'quiet' },
  rejected: { icon: Ban, tone: 'quiet' },
  duplicate: { icon: Copy, tone: 'quiet' },
  set_aside: { icon: OctagonX, tone: 'quiet' },
  unpacked: { icon: FolderOpen, tone: 'quiet' },
}

interface StatePillProps {
  readonly state: DocumentState
  readonly step?: Step | null
  /** Worst open issue: a blocking one makes "needs review" red, with its own icon. */
  readonly severity?: Severity | null
  /** Intake number of the document that holds this one's pages now: it is no twin, whatever its state says. */
  readonly joinedInto?: number | undefined
}

/** A document's state in words, with icon and tone. */
export function StatePill({ state, step = null, severity = null, joinedInto }: StatePillProps) {
  const text = useText()
  if (state === 'duplicate' && joinedInto !== undefined)
    return (
      <Pill icon={Combine} tone="quiet">
        {text.t('state.joined', { number: joinedInto })}
      </Pill>
    )
  const blocked = state === 'needs_review' && severity !== null && isBlocking(severity)
  const { icon, tone } = blocked ? { icon: CircleAlert, tone: 'critical' as const } : looks[state]
  return (
    <Pill icon={icon} tone={tone} isTurning={state === 'processing'}>
      {stateLabel(text, state, step)}
    </Pill>
  )
}

/** Of a document opened in Review or beside the list. */
export function joinedInto({ duplicateOf }: Pick<DocumentView, 'duplicateOf'>): number | undefined {
  return duplicateOf?.isJoined ? duplicateOf.intakeNumber : undefined
}

interface PillProps {
  readonly icon: LucideIcon
  readonly tone: PillTone
  readonly children: string
  readonly isTurning?: boolean
}

/** A word with an icon on a tinted ground: state is never colour alone. */
export function Pill({ icon: Icon, tone, children, isTurning = false }: PillProps) {
  return (
    <span className={`pill ${tone}`}>
      <Icon aria-hidden="true" {...(isTurning && { className: 'turning' })} />
      {children}
    </span>
  )
}
