/** Numbers of the pages to read of a file with `count` of them. */
export function wantedPages(count: number, asked: readonly number[] | undefined): readonly number[] {
  return asked?.filter(number => number <= count) ?? Array.from({ length: count }, (_, index) => index + 1)
}
