import type { CodingLesson, LikeLines, PendingGroup } from '../../../src/shared/coding'
import type { Input } from '../../../src/shared/contract'
import type { DocumentId, LineId, VendorId } from '../../../src/shared/ids'
import { createFixtureBridge, type FixtureBridge } from '../fixture-bridge'

const documentId = '01920000-0000-7000-8000-000000000001' as DocumentId
const hosting = '01920000-0000-7000-8000-0000000000a1' as VendorId
const hardware = '01920000-0000-7000-8000-0000000000a2' as VendorId

function line(lineId: string, description: string, lineTotal: string) {
  const where = { documentId, intakeNumber: 3, number: 'A-1182', position: 1, currency: 'MXN' }
  return { ...where, lineId: lineId as LineId, description, lineTotal }
}

function candidate(accountCode: string, accountName: string, probability: number, key: string) {
  return { accountCode, accountName, probability, evidence: [{ key, params: { words: 'tornillo' } }] }
}

/** Two groups of a hardware store (one of them with two lines), one guess of a hosting company, one without proposal. */
export function pendingGroups(): PendingGroup[] {
  const group = (key: string, vendor: [VendorId, string], description: string, more: Partial<PendingGroup>) => ({
    key: key as LineId,
    vendorId: vendor[0],
    vendorName: vendor[1],
    description,
    accountCode: '601.56',
    accountName: 'Maintenance and repairs',
    probability: 0.72,
    isDoubtful: true,
    stages: { family: 0.97, subfamily: 0.92, account: 0.72 },
    evidence: [{ key: 'words', params: { words: 'tornillo' } }],
    candidates: [
      candidate('601.56', 'Maintenance and repairs', 0.72, 'words'),
      candidate('601.84', 'Other general expenses', 0.1, 'catch_all'),
    ],
    lineIds: [key as LineId],
    documents: 1,
    lines: [line(key, description, '4800.00')],
    ...more,
  })
  return [
    group('line-1', [hardware, 'Ferretería Ruiz'], 'Tornillo 1/4', {
      lineIds: ['line-1', 'line-2'] as LineId[],
      lines: [line('line-1', 'Tornillo 1/4', '4800.00'), line('line-2', 'Tornillo 3/8', '120.00')],
    }),
    group('line-3', [hardware, 'Ferretería Ruiz'], 'Flete local', { accountCode: '601.72', accountName: 'Freight' }),
    group('line-4', [hosting, 'Hosting AG'], 'Block 7', {
      accountCode: '601.84',
      accountName: 'Other general expenses',
      evidence: [{ key: 'catalogue_words', params: { words: 'block', meaning: 'Materials', meaningEs: 'Materiales' } }],
    }),
    group('line-5', [hosting, 'Hosting AG'], 'Zzz', {
      accountCode: null,
      accountName: null,
      stages: null,
      evidence: [],
    }),
  ]
}

/** Another line of the vendor that says the same, and one a person has decided. */
export const likeLines: LikeLines = {
  lines: [{ ...line('line-9', 'Tornillo 1/2', '60.00'), accountCode: '601.84', accountName: 'Other' }],
  lineIds: ['line-9' as LineId],
  decided: 1,
}

/** An engine that takes decided groups off its list. */
export function codingBridge(lessons: readonly CodingLesson[] = []): FixtureBridge {
  let groups = pendingGroups()
  const decide = ({ lineIds }: Input<'coding.confirm'>) => {
    groups = groups.filter(group => !group.lineIds.some(id => lineIds.includes(id)))
    return { done: [documentId], failed: [], group: '0192f3a0-0000-7000-8000-00000000b01c' }
  }
  return createFixtureBridge([], {
    'coding.pending': ({ onlyDoubtful }) => {
      const shown = onlyDoubtful ? groups.filter(group => group.isDoubtful) : groups
      const lines = shown.reduce((sum, group) => sum + group.lineIds.length, 0)
      return { groups: shown, totalGroups: shown.length, totalLines: lines, doubtfulLines: lines }
    },
    'coding.confirm': decide,
    'coding.correct': decide,
    'coding.like': () => likeLines,
    'coding.lessons': () => ({ lessons, total: lessons.length }),
    'chart.tree': () => chart,
    'account.setActive': () => ({}),
  })
}

const account = { isActive: true, standsFor: null, used: 0, corrected: 0, isPostable: false }
const chart = {
  chart: 'sat',
  accounts: [
    { ...account, code: '600', name: { en: 'Expenses', es: 'Gastos' }, parent: null },
    { ...account, code: '601', name: { en: 'General expenses', es: 'Gastos generales' }, parent: '600' },
    {
      ...account,
      code: '601.72',
      name: { en: 'Freight and haulage', es: 'Fletes y acarreos' },
      parent: '601',
      isPostable: true,
      used: 18,
      corrected: 3,
      standsFor: '601.72',
    },
  ],
  unknown: [{ code: '699.99', used: 2 }],
}
