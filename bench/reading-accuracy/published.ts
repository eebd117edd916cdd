/** What others report on their documents: another task and other pages each, to stand beside our figures, not under them. */
export const publishedFigures = [
  { what: 'DocILE, business documents, 55 field types, header F1', percent: 74 },
  { what: 'SROIE, receipts, four fields', percent: 97.8 },
  { what: 'CORD, receipts', percent: 98.2 },
  { what: 'invoice2data, with templates made for its own set', percent: 85.9 },
] as const

export function publishedTable(): string {
  const rows = publishedFigures.map(({ what, percent }) => `${what.padEnd(60)}${percent.toFixed(1).padStart(6)} %`)
  return ['published elsewhere, on other documents', ...rows].join('\n')
}
