import { AppError } from '../../../../shared/result'

/** Encodings we read besides Unicode. WHATWG reads iso-8859-1 and us-ascii as windows-1252, as billing programs mean it. */
const singleByte = /^(us-ascii|ascii|iso-?8859-\d{1,2}|latin-?\d|windows-\d{3,4}|cp125\d|koi8-[ru])$/

const declaration = /^<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']/

type Unicode = 'utf-8' | 'utf-16le' | 'utf-16be'

/** XML text of bytes, and the encoding they were read in. */
export interface DecodedXml {
  readonly text: string
  readonly encoding: string
}

/**
 * Turns the bytes of an XML document into text: byte order mark first, then the shape of the first
 * characters, then the declared encoding, then UTF-8 (XML 1.0, appendix F).
 *
 * A wrong byte is never replaced in silence: a name with U+FFFD in it would be stored as if it were right.
 *
 * @throws AppError `xml_not_well_formed` with `variant: 'encoding'`, line and column of the first byte that does
 * not fit, or line 1 when the declared encoding is not one we read
 */
export function decodeXml(bytes: Uint8Array): DecodedXml {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) {
    const text = strictly(bytes.subarray(marked.length), marked.encoding, marked.encoding)
    return { text, encoding: marked.encoding }
  }
  const encoding = unmarkedUtf16(bytes) ?? declaredEncoding(bytes)
  return { text: strictly(bytes, encoding, encoding), encoding }
}

function byteOrderMark(bytes: Uint8Array): { encoding: Unicode; length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 }
  return undefined
}

function unmarkedUtf16(bytes: Uint8Array): Unicode | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be'
  return undefined
}

function declaredEncoding(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 256))
  const declared = declaration.exec(head.trimStart())?.[1]?.toLowerCase()
  // Programs that build the text in memory declare UTF-16 and then save it as UTF-8; the readable declaration proves it.
  if (declared === undefined || declared === 'utf-8' || declared.startsWith('utf-16')) return 'utf-8'
  if (declared === 'utf8') return 'utf-8'
  if (singleByte.test(declared)) return declared
  throw encodingError(declared, 1, 1)
}

function strictly(bytes: Uint8Array, encoding: string, shown: string): string {
  const decoder = decoderFor(encoding)
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    const place = firstWrongCharacter(bytes, encoding)
    throw encodingError(shown, place.line, place.column, cause)
  }
}

function decoderFor(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding.replace(/^cp/, 'windows-'), { fatal: true, ignoreBOM: true })
  } catch (cause) {
    throw encodingError(encoding, 1, 1, cause)
  }
}

function firstWrongCharacter(bytes: Uint8Array, encoding: string): { line: number; column: number } {
  const lenient = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)
  const at = Math.max(lenient.indexOf('\uFFFD'), 0)
  const before = lenient.slice(0, at)
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') }
}

function encodingError(encoding: string, line: number, column: number, cause?: unknown): AppError {
  return new AppError('xml_not_well_formed', { variant: 'encoding', encoding, line, column }, 'user', { cause })
}
