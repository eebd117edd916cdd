/** Uniform integers below a bound. */
export type Draw = (below: number) => number

/** The same seed draws the same numbers (SplitMix32). */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  return below => {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    mixed ^= mixed >>> 15
    return (mixed >>> 0) % below
  }
}

type Mutation = (bytes: Buffer, draw: Draw, other: Buffer) => Buffer

const longestPiece = 4_096

function piece(bytes: Buffer, draw: Draw): readonly [from: number, to: number] {
  const from = draw(bytes.length)
  return [from, Math.min(bytes.length, from + 1 + draw(longestPiece))]
}

function insert(bytes: Buffer, at: number, what: Buffer | string): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(what), bytes.subarray(at)])
}

const bombs = [
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>&c;',
  '<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
  '<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]>',
  '&#x0;&#xFFFFFFFF;&unknown;',
]
const openers = ['<a>', '[', '<< /Kids [', '(', 'q ', '<a xmlns:b="c"><b:d>']

const mutations: readonly Mutation[] = [
  // A flipped bit, and a byte that is another.
  (bytes, draw) => {
    const at = draw(bytes.length)
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << draw(8)), at)
    return bytes
  },
  (bytes, draw) => {
    bytes.writeUInt8(draw(256), draw(bytes.length))
    return bytes
  },
  // A piece twice, left out, or over another one.
  (bytes, draw) => {
    const [from, to] = piece(bytes, draw)
    return insert(bytes, to, bytes.subarray(from, to))
  },
  (bytes, draw) => {
    const [from, to] = piece(bytes, draw)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
  },
  (bytes, draw) => {
    const [from, to] = piece(bytes, draw)
    bytes.copyWithin(draw(bytes.length), from, to)
    return bytes
  },
  // Cut short.
  (bytes, draw) => bytes.subarray(0, 1 + draw(bytes.length)),
  // A piece of another file.
  (bytes, draw, other) => insert(bytes, draw(bytes.length), other.subarray(...piece(other, draw))),
  // Lengths that are none: of four bytes, and written in digits.
  (bytes, draw) => {
    const lengths = [0, 1, 0x7fffffff, 0x80000000, 0xffffffff]
    if (bytes.length >= 4) bytes.writeUInt32BE(lengths[draw(lengths.length)] ?? 0, draw(bytes.length - 3))
    return bytes
  },
  (bytes, draw) => {
    const digits = [...bytes.toString('latin1').matchAll(/\d+/g)]
    const chosen = digits[draw(Math.max(1, digits.length))]
    if (chosen === undefined) return bytes
    const after = bytes.subarray(chosen.index + chosen[0].length)
    const length = ['0', '-1', '4294967296', '9'.repeat(30)][draw(4)] ?? '0'
    return Buffer.concat([bytes.subarray(0, chosen.index), Buffer.from(length), after])
  },
  // Nested deeper than any document.
  (bytes, draw) => insert(bytes, draw(bytes.length), (openers[draw(openers.length)] ?? '').repeat(1 + draw(20_000))),
  // Entities, at the head of a text or anywhere.
  (bytes, draw) => {
    const root = draw(2) === 0 ? bytes.indexOf('?>') + 2 : draw(bytes.length)
    return insert(bytes, root, bombs[draw(bombs.length)] ?? '')
  },
]

/**
 * A damaged copy: up to eight mutations, one after the other.
 *
 * @param other pieces of it are put in
 */
export function mutate(original: Uint8Array, other: Uint8Array, draw: Draw): Uint8Array {
  let bytes = Buffer.from(original)
  const times = 1 + draw(8)
  for (let n = 0; n < times && bytes.length > 0; n++) {
    const mutation = mutations[draw(mutations.length)]
    if (mutation) bytes = Buffer.from(mutation(bytes, draw, Buffer.from(other)))
  }
  return new Uint8Array(bytes)
}
