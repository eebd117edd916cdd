/** Lower case, accents gone, outer punctuation gone: "Nº:" is "no", "Número" is "numero". */
export function fold(text: string): string {
  const plain = text
    .replace(/^[nN][°º]$/, 'no')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/[’`´]/g, "'")
    .replaceAll(/[‐‑–—−]/g, '-')
  const trimmed = plain.replace(/^[^\p{L}\p{N}#%$€£]+|[^\p{L}\p{N}#%$€£)]+$/gu, '')
  // "N.º 17": an abbreviation of number with its dot.
  return trimmed === 'n.o' ? 'no' : trimmed
}

/** A phrase as the words {@link fold} makes of it, joined by single spaces. */
export function foldPhrase(text: string): string {
  return text.split(/\s+/).map(fold).filter(Boolean).join(' ')
}
