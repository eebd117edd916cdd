const signedDataId = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02]
export const dataId = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x01]

/** An element of known length. */
export function der(tag: number, content: readonly number[]): number[] {
  const { length } = content
  const size = length < 0x80 ? [length] : [0x82, length >> 8, length & 0xff]
  return [tag, ...size, ...content]
}

/** An element of unknown length, closed by two zeros. */
export function ber(tag: number, content: readonly number[]): number[] {
  return [tag, 0x80, ...content, 0, 0]
}

export function envelope(element: typeof der, octets: readonly number[]): Uint8Array {
  const content = element(0x30, [...dataId, ...element(0xa0, octets)])
  const signedData = element(0x30, [...der(0x02, [1]), ...der(0x31, []), ...content])
  return new Uint8Array(element(0x30, [...signedDataId, ...element(0xa0, signedData)]))
}

/** A file in a signed envelope whose lengths are all known. */
export function derEnvelope(file: Uint8Array): Uint8Array {
  return envelope(der, der(0x04, [...file]))
}

/** The same in chunks, of lengths nobody knows before the end. */
export function berEnvelope(file: Uint8Array): Uint8Array {
  const bytes = [...file]
  return envelope(ber, ber(0x24, [...der(0x04, bytes.slice(0, 700)), ...der(0x04, bytes.slice(700))]))
}
