import { z } from 'zod'
import { DocumentId } from '../ids'
import {
  AfterTaking,
  PaperlessChoices,
  PaperlessOptions,
  PaperlessProblem,
  PaperlessStatus,
  WatchedFolderView,
} from '../paperless'
import { ArchiveLogEntry } from '../server-call'
import { nothing, rowLimit, text } from './parts'

/** The archive, and the other places documents come from by themselves. */
export const paperlessCalls = {
  'paperless.status': { input: nothing, output: PaperlessStatus },
  /** Stores nothing unless address and token were accepted; the token is never given back. */
  'paperless.connect': { input: z.object({ url: z.url().max(500), token: text(400).min(1) }), output: PaperlessStatus },
  'paperless.disconnect': { input: nothing, output: PaperlessStatus },
  'paperless.choices': { input: nothing, output: PaperlessChoices },
  'paperless.setOptions': { input: z.object({ options: PaperlessOptions }), output: PaperlessStatus },
  'paperless.sync': { input: nothing, output: PaperlessStatus },
  'paperless.pause': { input: z.object({ paused: z.boolean() }), output: PaperlessStatus },
  /** What was said to the archive and answered, newest first; null: about every document. */
  'paperless.log': {
    input: z.object({ documentId: DocumentId.nullable().default(null), limit: rowLimit(100) }),
    output: z.object({ entries: z.array(ArchiveLogEntry) }),
  },
  'paperless.problems': { input: nothing, output: z.object({ problems: z.array(PaperlessProblem) }) },
  /** Tries everything again that failed or was refused. */
  'paperless.retry': { input: nothing, output: PaperlessStatus },
  'folder.list': { input: nothing, output: z.object({ folders: z.array(WatchedFolderView) }) },
  'folder.setAfterTaking': { input: z.object({ folderId: text(64), afterTaking: AfterTaking }), output: nothing },
  'folder.remove': { input: z.object({ folderId: text(64) }), output: nothing },
}
