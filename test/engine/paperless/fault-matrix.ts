import type { PaperlessPoint } from '../../../src/engine/paperless/checkpoint'
import { mulberry } from '../sync/ledger-desk'
import type { Call } from '../../faults/network-faults'
import { faultsAt, killsAt, type Row } from '../../faults/rows'
import { allFaults, isRefusal, type ArchiveFault, type Lane, type Outcome, type Plan } from './fault-plan'

const get = (...patterns: string[]): Call[] => patterns.map(pattern => ({ method: 'GET', pattern }))
const post = (...patterns: string[]): Call[] => patterns.map(pattern => ({ method: 'POST', pattern }))

/** Every call each lane makes. */
export const callsOf: { readonly [lane in Lane]: readonly Call[] } = {
  take: get(
    '/api/ui_settings/',
    '/api/documents/',
    '/api/documents/:id/',
    '/api/documents/:id/metadata/',
    '/api/documents/:id/download/',
  ),
  'write back': [
    ...get(
      '/api/tags/',
      '/api/correspondents/',
      '/api/custom_fields/',
      '/api/documents/:id/',
      '/api/documents/:id/notes/',
    ),
    ...post(
      '/api/tags/',
      '/api/correspondents/',
      '/api/custom_fields/',
      '/api/documents/bulk_edit/',
      '/api/documents/:id/notes/',
    ),
    { method: 'PATCH', pattern: '/api/documents/:id/' },
  ],
  upload: [
    ...get('/api/ui_settings/', '/api/documents/', '/api/tasks/', '/api/documents/:id/metadata/'),
    ...post('/api/documents/post_document/'),
  ],
}

export const killPointsOf: { readonly [lane in Lane]: readonly PaperlessPoint[] } = {
  take: ['listed', 'bytes_kept', 'taken'],
  'write back': ['name_created', 'part_answered', 'part_remembered', 'written_back'],
  upload: [
    'upload_looked_up',
    'upload_sent_committed',
    'upload_answered',
    'upload_task_kept',
    'upload_task_ended',
    'uploaded',
  ],
}

export const lanes = ['take', 'write back', 'upload'] as const satisfies readonly Lane[]

/** Every fault at every call, every moment to be killed at, and every fault of the look-up after such a death. */
export function faultRows(): Row<Plan>[] {
  const of = (lane: Lane) => ({ titled: `${lane}, `, lined: (what: string) => `${lane}: ${what}` })
  return [
    ...lanes.flatMap(lane =>
      faultsAt(
        callsOf[lane],
        allFaults,
        (seed, fault, call): Plan => ({ seed, lane, troubles: [{ fault, call, times: hits(fault, call, seed) }] }),
        of(lane),
      ),
    ),
    ...lanes.flatMap(lane =>
      killsAt(killPointsOf[lane], (seed, killedAt): Plan => ({ seed, lane, troubles: [{ killedAt }] }), of(lane)),
    ),
    ...faultsAt(
      get('/api/documents/'),
      allFaults,
      (seed, fault, call): Plan => ({
        seed,
        lane: 'upload',
        troubles: [{ killedAt: 'upload_answered' }, { fault, call, times: 1 }],
      }),
      { titled: 'upload, killed after the answer, then ', lined: () => 'upload: look-up after a death' },
    ),
  ]
}

/** Two hits in a row for some seeds; one jump of the clock is enough. */
function hits(fault: ArchiveFault, { method }: Call, seed: number): number {
  if (fault.startsWith('clock') || isRefusal(fault)) return 1
  // What a create did in spite of its fault is found and not done again.
  if (method !== 'GET' && (fault.endsWith('_after') || fault.startsWith('server_error'))) return 1
  return 1 + (seed % 2)
}

/** Several troubles at random on one lane. */
export function storm(seed: number): Plan {
  const random = mulberry(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const lane = pick(lanes)
  const faults = allFaults.filter(fault => !isRefusal(fault))
  const troubles = Array.from({ length: 5 }, () => ({ fault: pick(faults), call: pick(callsOf[lane]), times: 1 }))
  const all = random() < 0.5 ? [...troubles, { killedAt: pick(killPointsOf[lane]) }] : troubles
  return { seed, lane, isStorm: true, troubles: all }
}

export function isKept({ lost, doubled, uploadedTwice, unexplained, complaints }: Outcome): boolean {
  return lost + doubled + uploadedTwice + unexplained + complaints.length === 0
}
