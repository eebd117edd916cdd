/** Signs that OCR takes for each other, folded; a sign may stand in several groups. */
const alike = [
  '0oqdcu',
  '1il|!jtf',
  '17',
  '5s',
  '83b',
  '86',
  '80',
  '69',
  '6gb',
  '35',
  '2z7',
  'vuy',
  'ceo',
  'ao',
  'nrmh',
  'gq9',
  'bh',
  'kx',
]

/** True when OCR may read one of the two signs for the other. */
export function looksAlike(one: string, other: string): boolean {
  return alike.some(group => group.includes(one) && group.includes(other))
}

/** True when exactly one letter of a word was taken for one that looks alike, or its first or last one was lost. */
export function isMisreading(read: string, meant: string): boolean {
  if (read.length === meant.length - 1) return meant.startsWith(read) || meant.endsWith(read)
  if (read.length !== meant.length) return false
  const differing = [...read].flatMap((sign, at) => (sign === meant[at] ? [] : [[sign, meant[at] ?? ''] as const]))
  return differing.length === 1 && differing.every(([sign, wanted]) => looksAlike(sign, wanted))
}

/** The same text with up to `most` signs replaced by ones that look alike, in capitals. */
export function misreadings(text: string, most: number): string[] {
  let found: { text: string; from: number }[] = [{ text: text.toUpperCase(), from: 0 }]
  const all: string[] = []
  for (let changes = 0; changes < most; changes += 1) {
    found = found.flatMap(({ text: before, from }) => replacements(before, from))
    all.push(...found.map(one => one.text))
  }
  return all
}

function replacements(text: string, from: number): { text: string; from: number }[] {
  const found: { text: string; from: number }[] = []
  for (let at = from; at < text.length; at += 1) {
    const sign = (text[at] ?? '').toLowerCase()
    const others = new Set(alike.filter(group => group.includes(sign)).flatMap(group => [...group]))
    for (const other of others)
      if (other !== sign && /[a-z\d]/.test(other))
        found.push({ text: `${text.slice(0, at)}${other.toUpperCase()}${text.slice(at + 1)}`, from: at + 1 })
  }
  return found
}
