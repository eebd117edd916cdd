import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { AppError } from '../../shared/result'

// A sealed file: 8 bytes that name the format, 32 random bytes, then the content in pieces of 64 KiB, each encrypted with
// AES-256-GCM and followed by its tag. The file's key comes from the books' key and the random bytes, so no two files share
// one; the nonce counts the pieces and marks the last. Pieces can be read one by one, and one that was changed, moved,
// repeated or cut off does not open (the STREAM construction; Hoang, Reyhanitabar, Rogaway, Vizár 2015).

const mark = Buffer.from('QTSEAL\0\x01', 'latin1')
const saltBytes = 32
const tagBytes = 16
const headBytes = mark.length + saltBytes

/** Bytes of content in a piece; the last may have fewer. */
export const pieceBytes = 64 * 1024
const sealedPieceBytes = pieceBytes + tagBytes

/** Turns content that comes in parts into the bytes of a file. */
export interface Encoder {
  update(content: Uint8Array): Uint8Array[]
  /** What is left once all content came. */
  end(): Uint8Array[]
}

/** The bytes of a file with this content. */
export function encoded(encoder: Encoder, content: Uint8Array): Uint8Array {
  const parts = [...encoder.update(content), ...encoder.end()]
  const [only] = parts
  return only !== undefined && parts.length === 1 ? only : Buffer.concat(parts)
}

/** @param key of all originals; each file gets one of its own */
export function sealer(key: Buffer): Encoder {
  const salt = randomBytes(saltBytes)
  const fileKey = fileKeyOf(key, salt)
  let begun = false
  let index = 0
  let held: Buffer = Buffer.alloc(0)

  function head(): Uint8Array[] {
    if (begun) return []
    begun = true
    return [Buffer.concat([mark, salt])]
  }

  return {
    update(content) {
      held = Buffer.concat([held, content])
      const out = head()
      let at = 0
      // A whole piece is held back until more comes: it may be the last.
      for (; held.length - at > pieceBytes; at += pieceBytes) {
        out.push(sealPiece(fileKey, index++, false, held.subarray(at, at + pieceBytes)))
      }
      held = held.subarray(at)
      return out
    },
    end: () => [...head(), sealPiece(fileKey, index, true, held)],
  }
}

/** Where the pieces of a sealed file lie, and what they are opened with. */
export interface SealedPieces {
  /** Bytes of the whole content. */
  readonly bytes: number
  readonly count: number
  /** Where a piece lies in the file. */
  placeOf(index: number): { readonly position: number; readonly length: number }
  /** @throws AppError `file_unreadable` when it is not the piece that was sealed there */
  open(index: number, sealed: Uint8Array): Uint8Array
}

/** How many of a file's first bytes {@link piecesOf} wants. */
export const sealedHeadBytes = headBytes

/**
 * @param head the file's first bytes
 * @param fileBytes how long the file is
 * @throws AppError `file_unreadable` when it is no sealed file
 */
export function piecesOf(key: Buffer, head: Uint8Array, fileBytes: number): SealedPieces {
  const sealedBytes = fileBytes - headBytes
  if (sealedBytes < tagBytes || !mark.equals(head.subarray(0, mark.length))) throw unreadable()
  const fileKey = fileKeyOf(key, head.subarray(mark.length, headBytes))
  const count = Math.ceil(sealedBytes / sealedPieceBytes)
  return {
    bytes: sealedBytes - count * tagBytes,
    count,
    placeOf: index => ({
      position: headBytes + index * sealedPieceBytes,
      length: Math.min(sealedPieceBytes, sealedBytes - index * sealedPieceBytes),
    }),
    open: (index, sealed) => openPiece(fileKey, index, index === count - 1, sealed),
  }
}

/**
 * Opens a sealed file that was read whole.
 *
 * @throws AppError `file_unreadable`
 */
export function openSealed(key: Buffer, sealed: Uint8Array): Uint8Array {
  const pieces = piecesOf(key, sealed.subarray(0, headBytes), sealed.length)
  const content: Uint8Array[] = []
  for (let index = 0; index < pieces.count; index++) {
    const { position, length } = pieces.placeOf(index)
    content.push(pieces.open(index, sealed.subarray(position, position + length)))
  }
  return Buffer.concat(content)
}

function fileKeyOf(key: Buffer, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, 'quittance file 1', 32))
}

/** The piece's number, then whether it is the last. */
function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(index, 5, 6)
  nonce.writeUInt8(isLast ? 1 : 0, 11)
  return nonce
}

function sealPiece(fileKey: Buffer, index: number, isLast: boolean, content: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', fileKey, nonceOf(index, isLast))
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

function openPiece(fileKey: Buffer, index: number, isLast: boolean, sealed: Uint8Array): Uint8Array {
  if (sealed.length < tagBytes) throw unreadable()
  const cipher = createDecipheriv('aes-256-gcm', fileKey, nonceOf(index, isLast), { authTagLength: tagBytes })
  cipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  try {
    return Buffer.concat([cipher.update(sealed.subarray(0, sealed.length - tagBytes)), cipher.final()])
  } catch (thrown) {
    throw unreadable(thrown)
  }
}

function unreadable(cause?: unknown): AppError {
  return new AppError('file_unreadable', {}, 'never', { cause })
}
