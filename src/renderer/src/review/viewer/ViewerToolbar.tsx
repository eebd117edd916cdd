import {
  ChevronDown,
  ChevronUp,
  Combine,
  Minus,
  MoveHorizontal,
  Plus,
  RotateCw,
  ScanSearch,
  Scissors,
  Search,
  SunDim,
} from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { useText } from '../../i18n/t'
import { IconButton } from '../../parts/Button'
import { Tooltip } from '../../parts/Tooltip'
import { mayArrangePages } from '../state/approval'
import { useReview } from '../state/review-store'

interface ViewerToolbarProps {
  readonly pageCount: number
}

/** Page, zoom, turn, frames, find. Every tool has its key. */
export function ViewerToolbar({ pageCount }: ViewerToolbarProps) {
  const { t, percent } = useText()
  const page = useReview(state => state.page)
  const zoom = useReview(state => state.zoom)
  const showsAllBoxes = useReview(state => state.showsAllBoxes)
  const isDimmed = useReview(state => state.isDimmed)
  const isFinding = useReview(state => state.find.isOpen)
  const { goToPage, stepZoom, setZoom, rotate, toggleBoxes, toggleDim, openFind, closeFind, openCuts, openDialog } =
    useReview.getState()
  const mayArrange = useReview(state => state.view !== null && mayArrangePages(state.view))

  return (
    <div className="rv-tools" role="toolbar" aria-label={t('review.pane.documentTools')}>
      <span className="rv-page-number">
        {t('review.viewer.pageNumber', { page: Math.min(page, Math.max(pageCount, 1)), count: pageCount })}
      </span>
      {pageCount > 1 && (
        <>
          <IconButton label={t('command.previousPage')} keys="K" icon={ChevronUp} onPress={() => goToPage(page - 1)} />
          <IconButton label={t('command.nextPage')} keys="J" icon={ChevronDown} onPress={() => goToPage(page + 1)} />
        </>
      )}
      <span className="rv-tools-gap" />
      <IconButton label={t('command.zoomOut')} keys="-" icon={Minus} onPress={() => stepZoom(-1)} />
      <span className="rv-zoom num">{zoom === 'fit' ? t('review.viewer.fit') : percent(zoom)}</span>
      <IconButton label={t('command.zoomIn')} keys="+" icon={Plus} onPress={() => stepZoom(1)} />
      <IconButton label={t('command.zoomFit')} keys="0" icon={MoveHorizontal} onPress={() => setZoom('fit')} />
      <IconButton label={t('command.rotate')} keys="R" icon={RotateCw} onPress={rotate} />
      <span className="rv-tools-push" />
      {mayArrange && pageCount > 1 && (
        <IconButton label={t('command.splitPages')} icon={Scissors} onPress={() => openCuts([])} />
      )}
      {mayArrange && <IconButton label={t('command.joinPages')} icon={Combine} onPress={() => openDialog('join')} />}
      <ToolToggle label={t('command.dimPage')} icon={SunDim} isOn={isDimmed} onToggle={toggleDim} />
      <ToolToggle
        label={t('command.showBoxes')}
        keys="B"
        icon={ScanSearch}
        isOn={showsAllBoxes}
        onToggle={toggleBoxes}
      />
      <ToolToggle
        label={t('command.findInDocument')}
        keys="Mod+F"
        icon={Search}
        isOn={isFinding}
        onToggle={() => (isFinding ? closeFind() : openFind())}
      />
    </div>
  )
}

interface ToolToggleProps {
  readonly label: string
  readonly keys?: string
  readonly icon: LucideIcon
  readonly isOn: boolean
  onToggle(): void
}

function ToolToggle({ label, keys, icon: Icon, isOn, onToggle }: ToolToggleProps) {
  return (
    <Tooltip text={label} {...(keys !== undefined && { keys })}>
      <ToggleButton className="icon-btn" aria-label={label} isSelected={isOn} onChange={onToggle}>
        <Icon aria-hidden="true" />
      </ToggleButton>
    </Tooltip>
  )
}
