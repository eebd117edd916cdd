/** What one byte of a text stands for when it is copied: the character drawn, and the UTF-16 code unit that is said for it. */
type Said = readonly (readonly [drawn: string, unit: number])[]

const hex = (code: number, digits: number) => code.toString(16).toUpperCase().padStart(digits, '0')

/** A one-page PDF whose font draws the lines as they are, while its map for copying says something else. */
export function pdfWithMap(lines: readonly string[], said: Said): Uint8Array {
  const map = said.map(([drawn, unit]) => `<${hex(drawn.charCodeAt(0), 2)}> <${hex(unit, 4)}>`).join('\n')
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
1 begincodespacerange <00> <ff> endcodespacerange
2 beginbfrange <20> <2f> <0020> <3a> <7e> <003a> endbfrange
${said.length} beginbfchar
${map}
endbfchar
endcmap end end`
  return pdfOf(lines, '/Encoding /WinAnsiEncoding /ToUnicode 6 0 R', [cmap])
}

/** A one-page PDF whose font calls some of its glyphs by the UTF-16 code unit they are to be copied as. */
export function pdfWithGlyphNames(lines: readonly string[], said: Said): Uint8Array {
  const differences = said.map(([drawn, unit]) => `${drawn.charCodeAt(0)} /uni${hex(unit, 4)}`).join(' ')
  return pdfOf(lines, `/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [${differences}] >>`, [])
}

/** @param streams objects from the sixth on */
function pdfOf(lines: readonly string[], encoding: string, streams: readonly string[]): Uint8Array {
  const content = lines.map((line, at) => `BT /F1 12 Tf 60 ${760 - at * 24} Td (${line}) Tj ET`).join('\n')
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(content),
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${encoding} >>`,
    ...streams.map(stream),
  ]
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = file.length
  const entries = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  file += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer << /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(file, 'latin1')
}
