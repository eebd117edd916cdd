import '@fontsource-variable/inter/index.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/dates.css'
import './styles/overlays.css'
import './styles/shell.css'
import './styles/compare.css'
import './styles/inbox.css'
import './styles/pages.css'
import './styles/sync.css'
import './styles/activity.css'
import './styles/analytics.css'
import './styles/rules.css'
import './styles/coding.css'
import './styles/privacy.css'
import './styles/templates.css'
import './styles/backups.css'
import './styles/access.css'
import './styles/vault.css'
import './styles/handbook.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Shell } from './app/Shell'
import { registerAllCommands } from './commands/all'

registerAllCommands()

const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <Shell />
    </StrictMode>,
  )
