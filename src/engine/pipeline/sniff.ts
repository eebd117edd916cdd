import type { DocumentKind } from '../../shared/document'

/** What bytes are, whatever their file is called. */
export interface Sniffed {
  readonly kind: DocumentKind
  readonly mediaType: string
}

/** How many leading bytes {@link sniff} looks at; giving it more changes nothing. */
export const sniffLength = 4096

const asPdf: Sniffed = { kind: 'pdf', mediaType: 'application/pdf' }
const unknown: Sniffed = { kind: 'unknown', mediaType: 'application/octet-stream' }

/**
 * Tells a document's kind from its first bytes (at least {@link sniffLength} of them, or all there are).
 * A kind is a claim about the container only: whether it can be read is found out by reading it.
 *
 * @param size length of the whole file in bytes
 */
export function sniff(head: Uint8Array, size: number): Sniffed {
  if (size === 0) return unknown
  const bytes = head.subarray(0, sniffLength)
  return image(bytes) ?? pdf(bytes) ?? archive(bytes) ?? text(bytes) ?? signed(bytes) ?? unknown
}

function starts(bytes: Uint8Array, ...signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}

function image(bytes: Uint8Array): Sniffed | undefined {
  const as = (type: string): Sniffed => ({ kind: 'image', mediaType: `image/${type}` })
  if (starts(bytes, 0xff, 0xd8, 0xff)) return as('jpeg')
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return as('png')
  if (starts(bytes, 0x49, 0x49, 0x2a, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2a)) return as('tiff')
  if (starts(bytes, 0x49, 0x49, 0x2b, 0) || starts(bytes, 0x4d, 0x4d, 0, 0x2b)) return as('tiff')
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return as('webp')
  if (ascii(bytes, 0, 4) === 'GIF8') return as('gif')
  // "BM", then the file's size: two letters alone would take any text that begins with BM for a picture.
  if (starts(bytes, 0x42, 0x4d) && bytes[6] === 0 && bytes[7] === 0 && bytes[8] === 0) return as('bmp')
  if (ascii(bytes, 4, 8) === 'ftyp' && /^(hei[cxms]|hev[cxms]|mif1|msf1|avi[fs])$/.test(ascii(bytes, 8, 12))) {
    return as(ascii(bytes, 8, 11) === 'avi' ? 'avif' : 'heic')
  }
  return undefined
}

/**
 * Readers accept a header anywhere in the first kilobyte (ISO 32000, annex H), after a mail header or a byte order mark. A file that
 * lost its header but shows the objects of one is a damaged PDF, and reading it says so.
 */
function pdf(bytes: Uint8Array): Sniffed | undefined {
  const start = ascii(bytes, 0, 1024)
  if (!start.includes('%PDF-') && !/(^|\s)(\d+ \d+ obj|trailer)\s*<</.test(start)) return undefined
  return asPdf
}

function archive(bytes: Uint8Array): Sniffed | undefined {
  const isZip = starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0x50, 0x4b, 5, 6) || starts(bytes, 0x50, 0x4b, 7, 8)
  return isZip ? { kind: 'zip', mediaType: 'application/zip' } : undefined
}

function text(bytes: Uint8Array): Sniffed | undefined {
  const written = headText(bytes).trimStart()
  // A "<" that no name, declaration or comment follows is no markup.
  if (/^<(\?xml|!--|!DOCTYPE(?!\s+html)|[\p{L}_])/u.test(written) && !isWebMarkup(written)) {
    return { kind: 'xml', mediaType: 'application/xml' }
  }
  const mail = /^(received|return-path|from|to|subject|date|mime-version|message-id|delivered-to|x-[\w-]+):/im
  const headers = written.split(/\r?\n\r?\n/)[0] ?? ''
  if (/^[\w-]+:/.test(headers) && mail.test(headers) && /^(mime-version|content-type|message-id):/im.test(headers)) {
    // One PDF that travelled as a mail's whole body, not encoded: the headers are only in its way.
    const isOnePdf = written.includes('%PDF-') && !/^content-type:\s*multipart\//im.test(headers)
    return isOnePdf ? asPdf : { kind: 'eml', mediaType: 'message/rfc822' }
  }
  return undefined
}

/** HTML and SVG are markup too, but no documents of ours: a browser would run what they hold. */
function isWebMarkup(written: string): boolean {
  return /^(<\?xml[^>]*>\s*)?<(!doctype\s+)?(html|svg)[\s>]/i.test(written)
}

function headText(bytes: Uint8Array): string {
  if (starts(bytes, 0xff, 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0)) {
    return new TextDecoder('utf-16le').decode(bytes)
  }
  if (starts(bytes, 0xfe, 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c)) {
    return new TextDecoder('utf-16be').decode(bytes)
  }
  return new TextDecoder('utf-8').decode(bytes)
}

/** PKCS #7 signed data: DER or BER SEQUENCE whose first member is the object id 1.2.840.113549.1.7.2, or the same in base64. */
function signed(bytes: Uint8Array): Sniffed | undefined {
  const p7m: Sniffed = { kind: 'p7m', mediaType: 'application/pkcs7-mime' }
  if (hasSignedDataId(bytes)) return p7m
  const written = ascii(bytes, 0, 400).replace(/^-----BEGIN (PKCS7|CMS)-----/, '')
  const base64 = written.replace(/\s/g, '').slice(0, 64)
  if (!/^[A-Za-z0-9+/]{32,}={0,2}$/.test(base64)) return undefined
  return hasSignedDataId(new Uint8Array(Buffer.from(base64, 'base64'))) ? p7m : undefined
}

function hasSignedDataId(bytes: Uint8Array): boolean {
  const id = '\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02'
  return bytes[0] === 0x30 && ascii(bytes, 0, 24).includes(id)
}
