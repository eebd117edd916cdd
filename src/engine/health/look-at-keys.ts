import type { HealthFinding } from '../../shared/health'
import { keyFilesOf } from '../key-file'
import { allSealed } from '../store/secrets'
import type { Reader } from '../store/write'

/** Keys that stay in files of the person's own are secret only while nobody else may read the file. */
export function lookAtKeys(db: Reader): HealthFinding {
  const sealed = allSealed(db)
  const { inFiles, readableByOthers } = keyFilesOf(sealed)
  const figures = { kept: sealed.length, inFiles: inFiles.length, readableByOthers }
  return { check: 'keys', verdict: readableByOthers > 0 ? 'attention' : 'ok', figures }
}
