import { isMisreading } from './misread'

/** Legal forms of two words, of which OCR may break the first: "SON BHD" is "SDN BHD". */
const pairs: ReadonlyMap<string, readonly string[]> = new Map([
  ['bhd', ['Sdn']],
  ['ltd', ['Pvt', 'Pty', 'Pte']],
  ['limited', ['Pvt', 'Pty', 'Pte']],
])

/** A name with its legal form as it is written, where one letter of its first word was taken for one that looks alike. */
export function withMeantLegalForm(name: string): string {
  const words = name.split(' ')
  return words
    .map((word, at) => {
      const bare = word.toLowerCase().replace('.', '')
      const forms = pairs.get(words[at + 1]?.toLowerCase().replace('.', '') ?? '') ?? []
      const meant = forms.filter(form => isMisreading(bare, form.toLowerCase()))
      const [only] = meant
      if (only === undefined || meant.length > 1 || bare.length !== only.length) return word
      return `${word === word.toUpperCase() ? only.toUpperCase() : only}${word.endsWith('.') ? '.' : ''}`
    })
    .join(' ')
}
