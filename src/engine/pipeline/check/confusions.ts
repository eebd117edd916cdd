/** Signs that recognition, and people who copy, take for one another, both ways. */
export const confusions: readonly (readonly [string, string])[] = [
  ['0', 'O'],
  ['0', 'D'],
  ['0', 'Q'],
  ['1', 'I'],
  ['1', 'L'],
  ['2', 'Z'],
  ['5', 'S'],
  ['6', 'G'],
  ['8', 'B'],
  ['4', 'A'],
  ['N', 'Ñ'],
  ['8', '&'],
  ['3', '8'],
  ['6', '8'],
  ['1', '7'],
]

/** The text with one sign put for the one it is taken for, in every place where that may have happened. */
export function withOneConfusion(text: string): Set<string> {
  const found = new Set<string>()
  for (const pair of confusions) {
    for (const [from, to] of [pair, pair.toReversed()] as readonly (readonly [string, string])[]) {
      for (let index = text.indexOf(from); index !== -1; index = text.indexOf(from, index + 1)) {
        found.add(text.slice(0, index) + to + text.slice(index + 1))
      }
    }
  }
  return found
}
