/** Rows of a tab-separated text with one header line and no quoting, as our shipped catalogues are written. */
export function readTable(text: string): Readonly<Record<string, string>>[] {
  const [header, ...lines] = text.split('\n').filter(line => line !== '')
  const columns = (header ?? '').split('\t')
  return lines.map(line => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']))
  })
}
