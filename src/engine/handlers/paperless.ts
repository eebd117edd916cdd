import type { HandlersOf } from '../../shared/contract'
import type { paperlessCalls } from '../../shared/contract/paperless'
import type { EngineCore } from '../engine'
import { archiveLog } from '../paperless/archive-log'

/** The archive, and the other places documents come from by themselves. */
export function paperlessHandlers(core: EngineCore): HandlersOf<typeof paperlessCalls> {
  const paperless = () => core.company().paperless
  const folders = () => core.company().folders
  return {
    'paperless.status': () => paperless().status(),
    'paperless.connect': entered => paperless().connect(entered),
    'paperless.disconnect': () => paperless().disconnect(),
    'paperless.choices': () => paperless().choices(),
    'paperless.setOptions': ({ options }) => paperless().setOptions(options),
    async 'paperless.sync'() {
      core.network.require()
      return paperless().syncNow()
    },
    'paperless.pause': ({ paused }) => paperless().pause(paused),
    'paperless.log': input => ({ entries: archiveLog(core.company().store.db, input) }),
    'paperless.problems': () => ({ problems: paperless().problems() }),
    async 'paperless.retry'() {
      core.network.require()
      return paperless().retry()
    },
    'folder.list': () => ({ folders: folders().list() }),
    'folder.setAfterTaking'({ folderId, afterTaking }) {
      folders().setAfterTaking(folderId, afterTaking)
      return {}
    },
    async 'folder.remove'({ folderId }) {
      await folders().remove(folderId)
      return {}
    },
  }
}
