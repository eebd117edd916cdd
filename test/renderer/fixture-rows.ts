import type { InboxRow } from '../../src/shared/inbox'
import type { VendorView } from '../../src/shared/vendor'
import type { DocumentState } from '../../src/shared/document'
import type { DocumentId, VendorId } from '../../src/shared/ids'
import type { IssueKey, Severity } from '../../src/shared/issue'
import type { MessageParams } from '../../src/shared/result'

type Issue = readonly [key: IssueKey, severity: Severity, params?: MessageParams, open?: number]
type Line = readonly [
  state: DocumentState,
  vendor: string | null,
  number: string | null,
  issued: string | null,
  due: string | null,
  total: string | null,
  currency: string,
  account: string | null,
  hours: number,
  issue?: Issue,
]

const lines: readonly Line[] = [
  [
    'needs_review',
    'Ferretería Ruiz SA de CV',
    'A-1182',
    '2026-03-12',
    '2026-03-31',
    '11600.00',
    'MXN',
    '601.56',
    2,
    ['total_mismatch', 'high', { difference: '400.00', currency: 'MXN', direction: 'more' }, 2],
  ],
  [
    'needs_review',
    'Hosting AG',
    '2026-77',
    '2026-02-03',
    '2026-03-05',
    '238.00',
    'EUR',
    null,
    3,
    ['account_needed', 'medium', { first: '601.84', second: '601.21' }],
  ],
  [
    'needs_review',
    '?Desert Storm',
    'DS-0412',
    '2026-03-10',
    '2026-04-09',
    '2145.75',
    'USD',
    null,
    5,
    ['vendor_no_match', 'high', { name: 'Desert Storm' }, 3],
  ],
  [
    'needs_review',
    'Papelería Lumen SA de CV',
    'F 90412',
    '2026-03-09',
    '2026-03-09',
    '1284.12',
    'MXN',
    '601.55',
    6,
    ['duplicate_found', 'critical', { variant: 'number', intakeNumber: 24 }],
  ],
  [
    'needs_review',
    'Transportes Nieto',
    'TN-558',
    '2026-03-11',
    '2026-03-26',
    '4872.00',
    'MXN',
    '601.72',
    26,
    ['low_confidence', 'medium', { field: 'due_date' }],
  ],
  [
    'needs_review',
    'Musterbau GmbH',
    'RE-2026-118',
    '2026-03-02',
    '2026-04-01',
    '18921.00',
    'EUR',
    null,
    27,
    ['xml_page_disagree', 'medium', { field: 'grand_total', page: '18921.00', xml: '18912.00' }],
  ],
  [
    'ready',
    'Comisión Federal de Electricidad, Suministro Básico',
    '000871224',
    '2026-03-08',
    '2026-03-22',
    '6318.00',
    'MXN',
    '601.51',
    28,
  ],
  ['ready', 'Telefónica de España SAU', '28-C6U1-004410', '2026-03-01', '2026-03-31', '87.12', 'EUR', '601.50', 29],
  ['ready', 'Agua Purificada del Norte', 'B 2231', '2026-03-07', '2026-03-07', '464.00', 'MXN', '601.52', 30],
  [
    'post_failed',
    'Aceros Monterrey SA',
    'A-0991',
    '2026-02-27',
    '2026-03-29',
    '92800.00',
    'MXN',
    '115.01',
    50,
    ['post_failed', 'high', { code: 'ledger_refused' }],
  ],
  ['on_hold', 'Despacho Ibarra y Asociados', '1180', '2026-03-01', '2026-03-16', '34800.00', 'MXN', '601.38', 74],
  ['ready', 'Envases Prisma SA de CV', 'P-7781', '2026-03-06', '2026-04-05', '41760.00', 'MXN', '501.03', 75],
  ['ready', 'Amazon EU SARL', 'MX-EU-2026-55810-0093', '2026-03-05', '2026-03-05', '129.99', 'EUR', '601.55', 76],
  ['approved', 'Refacciones del Bajío', 'RB 3009', '2026-03-04', '2026-04-03', '7540.00', 'MXN', '601.56', 98],
  ['ready', 'Gasolinería La Cima', 'E 118273', '2026-03-10', '2026-03-10', '1150.00', 'MXN', '601.48', 99],
  ['ready', 'Imprenta Colibrí', 'C-447', '2026-03-03', '2026-03-18', '3248.00', 'MXN', '601.61', 100],
  [
    'needs_review',
    'Lumina Energía',
    'LE-1022',
    '2026-03-02',
    '2026-03-17',
    '2900.00',
    'MXN',
    '601.51',
    122,
    ['missing_required_field', 'high', { field: 'currency' }],
  ],
  ['ready', 'DHL Express México', 'DX8841220', '2026-03-01', '2026-03-31', '986.00', 'MXN', '601.72', 123],
  ['processing', null, null, null, null, null, 'MXN', null, 0],
  ['queued', null, null, null, null, null, 'MXN', null, 0],
  ['set_aside', null, null, null, null, null, 'MXN', null, 5, ['unreadable', 'critical']],
  ['rejected', 'Muebles Dico', 'Q-118', '2026-01-14', null, '8990.00', 'MXN', null, 140],
  ['duplicate', 'Papelería Lumen SA de CV', 'F 90377', '2026-02-20', '2026-02-20', '611.20', 'MXN', '601.55', 141],
]

const posted = [
  'Ferretería Ruiz SA de CV',
  'Hosting AG',
  'Envases Prisma SA de CV',
  'DHL Express México',
  'Agua Purificada del Norte',
]

/** About forty made-up documents in every state. */
export function fixtureRows(now = Date.now()): InboxRow[] {
  const history = Array.from({ length: 18 }, (_, index): Line => {
    const vendor = posted[index % posted.length] ?? null
    const day = String((index % 27) + 1).padStart(2, '0')
    return [
      'posted',
      vendor,
      `H-${2040 + index}`,
      `2026-01-${day}`,
      `2026-02-${day}`,
      `${780 + index * 137}.50`,
      'MXN',
      '601.56',
      200 + index * 9,
    ]
  })
  return [...lines, ...history].map((line, index) => row(line, index + 1, now))
}

/** Any number of rows, for lists that must be long. */
export function manyRows(count: number): InboxRow[] {
  const few = fixtureRows(0)
  return Array.from({ length: count }, (_, index) => ({
    ...(few[index % few.length] as InboxRow),
    documentId: idOf(index + 1),
    intakeNumber: index + 1,
    number: `N-${index + 1}`,
  }))
}

function idOf(number: number): DocumentId {
  return `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as DocumentId
}

function row(line: Line, intakeNumber: number, now: number): InboxRow {
  const [state, vendor, number, issueDate, dueDate, total, currency, accountCode, hours, issue] = line
  const known = vendor?.startsWith('?') !== true
  return {
    documentId: idOf(intakeNumber),
    intakeNumber,
    fileName: state === 'processing' ? 'scan_0318.pdf' : `document_${intakeNumber}.pdf`,
    kind: 'pdf',
    source: intakeNumber % 3 === 0 ? 'folder' : 'drop',
    state,
    step: state === 'processing' ? 'read' : null,
    receivedAt: now - hours * 3_600_000,
    vendorName: vendor?.replace('?', '') ?? null,
    vendorKnown: known,
    number,
    issueDate,
    dueDate,
    total,
    currency: total === null ? null : currency,
    accountCode,
    severalAccounts: number === 'P-7781',
    worstIssue: issue ? { key: issue[0], severity: issue[1], params: issue[2] ?? {} } : null,
    openIssues: issue ? (issue[3] ?? 1) : 0,
    quality: number === null ? null : issue ? 0.42 : 0.98,
  }
}

export function fixtureVendors(): VendorView[] {
  const names = [...new Set(lines.map(line => line[1]).filter(name => name !== null))].map(name =>
    name.replace('?', ''),
  )
  return names.sort().map((name, index) => ({
    id: vendorIdOf(name),
    name,
    taxId: index % 4 === 3 ? null : `XAX${900101 + index}AB${index % 10}`,
    country: 'MX',
    aliases: index % 3 === 0 ? [name.toUpperCase(), name.split(' ')[0]?.toUpperCase() ?? ''] : [],
    defaultAccountCode: index % 2 === 0 ? '601.56' : null,
    invoiceCount: 3 + ((index * 7) % 40),
    openCount: index % 5 === 0 ? 2 : 0,
    isNew: index % 7 === 1,
  }))
}

/** Ids of the fixtures: readable, of the length the contract wants. */
export function vendorIdOf(name: string | null): VendorId {
  return (name ?? '').padEnd(36, '-').slice(0, 36) as VendorId
}
