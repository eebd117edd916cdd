import {
  AlarmClock,
  Archive,
  Building2,
  ChartColumn,
  Database,
  DatabaseBackup,
  Download,
  FolderInput,
  Info,
  Languages,
  Link2,
  ListChecks,
  Send,
  ShieldCheck,
  Users,
  Vault,
  Workflow,
  type LucideIcon,
} from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button as AriaButton, Toolbar } from 'react-aria-components'
import { UpdatesSection } from './UpdatesSection'
import { firstSection, useNavigation } from '../app/navigation'
import { useText } from '../i18n/t'
import { AboutSection } from './AboutSection'
import { AttentionSection } from './AttentionSection'
import { BackupsSection } from './BackupsSection'
import { ChecksSection } from './ChecksSection'
import { CompanySection } from './CompanySection'
import { DataSection } from './DataSection'
import { DisplaySection } from './DisplaySection'
import { PeopleSection } from './PeopleSection'
import { MetricsSection } from './MetricsSection'
import { LedgerSection } from './LedgerSection'
import { FoldersSection } from './FoldersSection'
import { PaperlessSection } from './PaperlessSection'
import { ModelSection } from './ModelSection'
import { PrivacySection } from './PrivacySection'
import { TemplatesSection } from './TemplatesSection'
import { VaultSection } from '../vault/VaultSection'

type SectionId =
  | 'display'
  | 'company'
  | 'checks'
  | 'templates'
  | 'people'
  | 'attention'
  | 'ledger'
  | 'paperless'
  | 'folders'
  | 'model'
  | 'privacy'
  | 'metrics'
  | 'backups'
  | 'vault'
  | 'data'
  | 'updates'
  | 'about'

const sections: readonly { id: SectionId; icon: LucideIcon; Section: () => React.ReactNode }[] = [
  { id: 'display', icon: Languages, Section: DisplaySection },
  { id: 'company', icon: Building2, Section: CompanySection },
  { id: 'checks', icon: ListChecks, Section: ChecksSection },
  { id: 'templates', icon: Workflow, Section: TemplatesSection },
  { id: 'people', icon: Users, Section: PeopleSection },
  { id: 'attention', icon: AlarmClock, Section: AttentionSection },
  { id: 'ledger', icon: Link2, Section: LedgerSection },
  { id: 'paperless', icon: Archive, Section: PaperlessSection },
  { id: 'folders', icon: FolderInput, Section: FoldersSection },
  { id: 'model', icon: Send, Section: ModelSection },
  { id: 'privacy', icon: ShieldCheck, Section: PrivacySection },
  { id: 'metrics', icon: ChartColumn, Section: MetricsSection },
  { id: 'backups', icon: DatabaseBackup, Section: BackupsSection },
  { id: 'vault', icon: Vault, Section: VaultSection },
  { id: 'data', icon: Database, Section: DataSection },
  { id: 'updates', icon: Download, Section: UpdatesSection },
  { id: 'about', icon: Info, Section: AboutSection },
]

/** One page with sections; changes act and are saved at once. */
export function SettingsScreen() {
  const { t } = useText()
  const wanted = useNavigation(state => state.settingsSection)
  const body = useRef<HTMLDivElement>(null)
  const chosen = useNavigation(state => state.sectionInView)
  const goTo = (id: string) => {
    const section = body.current?.querySelector<HTMLElement>(`[data-section="${id}"]`)
    if (!section || !body.current) return
    // Not scrollIntoView: it would also scroll the frame around the page.
    body.current.scrollTo({ top: section.offsetTop - body.current.offsetTop })
    section.focus({ preventScroll: true })
    useNavigation.getState().reachSection(id)
  }
  const follow = () => {
    const frame = body.current
    if (!frame) return
    const workedIn = sectionOfSeenFocus(frame)
    if (workedIn !== undefined) return useNavigation.getState().reachSection(workedIn)
    const reached = [...frame.querySelectorAll<HTMLElement>('[data-section]')].filter(
      section => section.offsetTop - frame.offsetTop <= frame.scrollTop + 1,
    )
    // At the end the last sections share the view: the one asked for among them stays marked.
    const isAtEnd = frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 1
    const isInView = isAtEnd && sections.findIndex(({ id }) => id === chosen) >= reached.length
    if (!isInView) useNavigation.getState().reachSection(reached.at(-1)?.dataset['section'] ?? firstSection)
  }
  useEffect(() => {
    if (wanted === null) useNavigation.getState().reachSection(firstSection)
    else goTo(wanted)
  }, [wanted])
  return (
    <>
      <header className="head">
        <h1>{t('settings.title')}</h1>
      </header>
      <div className="settings">
        <nav className="settings-nav" aria-label={t('settings.sections')}>
          {/* One Tab stop, walked with the arrow keys: the settings themselves are a Tab away. */}
          <Toolbar orientation="vertical" aria-label={t('settings.sections')}>
            {sections.map(({ id, icon: Icon }) => (
              <AriaButton
                key={id}
                className={id === chosen ? 'rail-item on' : 'rail-item'}
                onPress={() => goTo(id)}
                {...(id === chosen && { 'aria-current': 'location' as const })}
              >
                <Icon aria-hidden="true" />
                {t(`settings.section.${id}`)}
              </AriaButton>
            ))}
          </Toolbar>
        </nav>
        <div className="settings-body" ref={body} onScroll={follow} onFocus={follow}>
          {sections.map(({ id, Section }) => (
            <section
              key={id}
              className="settings-section"
              data-section={id}
              tabIndex={-1}
              aria-labelledby={`settings-${id}`}
            >
              <h2 id={`settings-${id}`}>{t(`settings.section.${id}`)}</h2>
              <Section />
            </section>
          ))}
        </div>
      </div>
    </>
  )
}

/** The section of the control that has the focus, while that is in sight: whoever goes by Tab works below the top of the page. */
function sectionOfSeenFocus(frame: HTMLElement): string | undefined {
  const focused = document.activeElement
  const section = focused?.closest<HTMLElement>('[data-section]')
  if (!focused || !section || focused === section || !frame.contains(section)) return undefined
  const { top, bottom } = focused.getBoundingClientRect()
  const seen = frame.getBoundingClientRect()
  return bottom > seen.top && top < seen.bottom ? section.dataset['section'] : undefined
}
