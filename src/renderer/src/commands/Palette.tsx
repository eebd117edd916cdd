import { FileText, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import {
  Autocomplete,
  Dialog as AriaDialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import type { InboxRow } from '../../../shared/inbox'
import { useNavigation } from '../app/navigation'
import { useOverlays } from '../app/overlays'
import { engine } from '../engine-client'
import { useText } from '../i18n/t'
import { useInbox } from '../inbox/inbox-slice'
import { Kbd } from '../parts/Kbd'
import type { Command } from './command'
import { commandsOn, isEnabled } from './registry'

const documentsShown = 8

/** Ctrl+K: every command of the screen by its name, and documents by number, vendor or amount. */
export function Palette() {
  const isOpen = useOverlays(state => state.open === 'palette')
  const { close } = useOverlays.getState()
  return (
    <ModalOverlay className="overlay" isOpen={isOpen} onOpenChange={open => !open && close()} isDismissable>
      <Modal className="dialog palette">
        <PaletteBody />
      </Modal>
    </ModalOverlay>
  )
}

function PaletteBody() {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const screen = useNavigation(state => state.screen)
  const documents = useFoundDocuments(query)
  const wanted = plain(query)
  const fitting = commandsOn(screen)
    .filter(command => command.run && command.id !== 'app.palette' && isEnabled(command))
    .filter(command => plain(t(command.label)).includes(wanted))
  // Kinds stay together, whichever screen a command comes from: nothing stands between the places to go to.
  const commands = [...Map.groupBy(fitting, command => command.group).values()].flat()
  const choose = (run: () => unknown) => {
    useOverlays.getState().close()
    // Once the dialog is gone, so that commands which move focus have the last word.
    requestAnimationFrame(() => void run())
  }

  return (
    <AriaDialog aria-label={t('palette.label')}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField aria-label={t('palette.placeholder')} autoFocus>
          <Input className="palette-input" placeholder={t('palette.placeholder')} />
        </TextField>
        {/* The results scroll: a tab stop of their own lets the keyboard do it, beside the arrows. */}
        <div className="palette-results" role="group" aria-label={t('palette.label')} tabIndex={0}>
          <Menu
            className="palette-menu"
            aria-label={t('palette.label')}
            renderEmptyState={() => <p className="menu-empty">{t('palette.empty')}</p>}
          >
            {commands.length > 0 && (
              <MenuSection>
                <Header className="menu-heading">{t('palette.commands')}</Header>
                {commands.map(command => (
                  <CommandItem key={command.id} command={command} onChoose={() => choose(() => command.run?.())} />
                ))}
              </MenuSection>
            )}
            {documents.length > 0 && (
              <MenuSection>
                <Header className="menu-heading">{t('palette.documents')}</Header>
                {documents.map(row => (
                  <DocumentItem
                    key={row.documentId}
                    row={row}
                    onChoose={() => choose(() => openDocument(row, documents))}
                  />
                ))}
              </MenuSection>
            )}
            {wanted !== '' && (
              <MenuItem
                id="search-inbox"
                className="menu-item"
                textValue={query}
                onAction={() => choose(() => searchInbox(query))}
              >
                <Search aria-hidden="true" />
                <span className="menu-label">{t('palette.searchInbox', { query })}</span>
              </MenuItem>
            )}
          </Menu>
        </div>
      </Autocomplete>
    </AriaDialog>
  )
}

function CommandItem({ command, onChoose }: { readonly command: Command; onChoose(): void }) {
  const { t } = useText()
  const Icon = command.icon
  const keys = command.keys?.[0]
  return (
    <MenuItem id={command.id} className="menu-item" textValue={t(command.label)} onAction={onChoose}>
      {Icon ? <Icon aria-hidden="true" /> : <span className="menu-icon-gap" />}
      <span className="menu-label">{t(command.label)}</span>
      {keys !== undefined && <Kbd keys={keys} />}
    </MenuItem>
  )
}

function DocumentItem({ row, onChoose }: { readonly row: InboxRow; onChoose(): void }) {
  const { money } = useText()
  const name = [row.vendorName ?? row.fileName, row.number].filter(Boolean).join(' · ')
  return (
    <MenuItem id={row.documentId} className="menu-item" textValue={name} onAction={onChoose}>
      <FileText aria-hidden="true" />
      <span className="menu-label">{name}</span>
      <span className="muted num">
        {row.total === null ? '' : `${money(row.total, row.currency)} ${row.currency ?? ''}`}
      </span>
    </MenuItem>
  )
}

function openDocument(row: InboxRow, found: readonly InboxRow[]): void {
  useNavigation.getState().openReview(
    row.documentId,
    found.map(one => one.documentId),
  )
}

async function searchInbox(search: string): Promise<void> {
  useNavigation.getState().show('inbox')
  await useInbox.getState().setFilter({ search, tab: 'all' })
}

/** Lower case without accents, so that "revision" finds "Revisión". */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}

function useFoundDocuments(query: string): readonly InboxRow[] {
  const [found, setFound] = useState<{ query: string; rows: readonly InboxRow[] }>({ query: '', rows: [] })
  useEffect(() => {
    let isCurrent = true
    if (query.trim().length >= 2)
      void engine
        .call('document.list', { filter: { search: query.trim() }, sort: {}, limit: documentsShown })
        .then(reply => isCurrent && reply.ok && setFound({ query, rows: reply.value.rows }))
    return () => {
      isCurrent = false
    }
  }, [query])
  return query.trim().length >= 2 ? found.rows : []
}
