import { AppError } from '../../../../shared/result'

const sequence = 0x30
const objectId = 0x06
const octetString = 0x04
const constructedOctetString = 0x24
const explicit0 = 0xa0
const signedDataId = '1.2.840.113549.1.7.2'
const maxDepth = 32

/** One BER element. With an indefinite length the content ends before its two closing zeros. */
interface Ber {
  readonly tag: number
  readonly start: number
  readonly end: number
  /** Where the next sibling begins. */
  readonly next: number
}

/**
 * Takes the signed file out of a PKCS #7 / CMS envelope (`.p7m`), in DER, BER or base64.
 *
 * BER may cut the content into chunks of indefinite length, so the text between the tags is not in one piece. The
 * signature itself is not verified: that would need the trust lists of every country.
 *
 * @throws AppError `corrupt_document` when the envelope is damaged or holds no content
 */
export function signedContent(bytes: Uint8Array): Uint8Array {
  const ber = bytes[0] === sequence ? bytes : fromBase64(bytes)
  const [id, wrapped] = childrenOf(ber, expect(readBer(ber, 0, ber.length, 0), sequence), 0)
  if (id === undefined || wrapped === undefined || idOf(ber, expect(id, objectId)) !== signedDataId) throw damaged()
  const [signedData] = childrenOf(ber, expect(wrapped, explicit0), 1)
  // SignedData: version, digest algorithms, content, certificates, signers (RFC 5652, 5.1).
  const content = childrenOf(ber, expect(signedData, sequence), 2)[2]
  const [, holder] = childrenOf(ber, expect(content, sequence), 3)
  const [octets] = childrenOf(ber, expect(holder, explicit0), 4)
  if (octets === undefined) throw damaged()
  const chunks = chunksOf(ber, octets, 5)
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.length
  }
  return joined
}

function chunksOf(bytes: Uint8Array, element: Ber, depth: number): Uint8Array[] {
  if (element.tag === octetString) return [bytes.subarray(element.start, element.end)]
  if (element.tag !== constructedOctetString) throw damaged()
  return childrenOf(bytes, element, depth).flatMap(child => chunksOf(bytes, child, depth + 1))
}

function childrenOf(bytes: Uint8Array, { start, end }: Ber, depth: number): Ber[] {
  const children: Ber[] = []
  for (let at = start; at < end;) {
    const child = readBer(bytes, at, end, depth + 1)
    children.push(child)
    at = child.next
  }
  return children
}

function readBer(bytes: Uint8Array, at: number, limit: number, depth: number): Ber {
  const [tag, first] = [bytes[at], bytes[at + 1]]
  // Tag numbers of 31 and more do not occur on the way to the content.
  if (depth > maxDepth || tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw damaged()
  if (first === 0x80) return indefinite(bytes, tag, at + 2, limit, depth)
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f
  if (lengthBytes > 4) throw damaged()
  let length = first < 0x80 ? first : 0
  for (let index = 0; index < lengthBytes; index++) length = length * 256 + (bytes[at + 2 + index] ?? 0)
  const start = at + 2 + lengthBytes
  if (start + length > limit) throw damaged()
  return { tag, start, end: start + length, next: start + length }
}

function indefinite(bytes: Uint8Array, tag: number, start: number, limit: number, depth: number): Ber {
  for (let at = start; at + 2 <= limit;) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return { tag, start, end: at, next: at + 2 }
    at = readBer(bytes, at, limit, depth + 1).next
  }
  throw damaged()
}

function idOf(bytes: Uint8Array, { start, end }: Ber): string {
  const [first = 0] = bytes.subarray(start, end)
  const arcs = [Math.floor(first / 40), first % 40]
  let arc = 0
  for (const byte of bytes.subarray(start + 1, end)) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  return arcs.join('.')
}

function expect(element: Ber | undefined, tag: number): Ber {
  if (element?.tag !== tag) throw damaged()
  return element
}

function fromBase64(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1')
    .decode(bytes)
    .replace(/-----[A-Z0-9 ]+-----/g, '')
    .replace(/\s+/g, '')
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw damaged()
  return new Uint8Array(Buffer.from(text, 'base64'))
}

function damaged(): AppError {
  return new AppError('corrupt_document', { variant: 'signed_envelope' }, 'never')
}
