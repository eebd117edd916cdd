/**
 * The moments between which a dying engine could leave work with the archive half done. Nothing happens at them in the
 * product; tests stop the lane there and start another one on the same store.
 */
export type PaperlessPoint =
  | 'listed'
  /** The bytes of a document lie in the blob store; neither row nor link is committed. */
  | 'bytes_kept'
  | 'taken'
  | 'name_created'
  /** The archive has acknowledged a part of the write-back that is not remembered yet. */
  | 'part_answered'
  | 'part_remembered'
  | 'written_back'
  | 'upload_looked_up'
  | 'upload_sent_committed'
  | 'upload_answered'
  | 'upload_task_kept'
  | 'upload_task_ended'
  | 'uploaded'

export type PaperlessCheckpoint = (point: PaperlessPoint) => Promise<void>
