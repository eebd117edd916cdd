/** Lower case without accents, punctuation or doubled spaces: "Energía Eléctrica (CFE)" is "energia electrica cfe". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
