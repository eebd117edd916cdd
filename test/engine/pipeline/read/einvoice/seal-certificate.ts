import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'

/** A certificate as the SAT writes them, and the key that was made for it: both live as long as the test. */
export interface Sealer {
  /** Base64 of DER, as a CFDI carries it. */
  readonly certificate: string
  seal(text: string, digest: 'RSA-SHA1' | 'RSA-SHA256'): string
}

/**
 * @param owner   RFC that the certificate is issued to
 * @param number  twenty digits, kept as letters in the serial number
 * @param years   first and last year in which it is valid, from and until 1 July
 */
export function makeSealer(owner: string, number: string, years: readonly [number, number]): Sealer {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    certificate: certificateOf(owner, number, years, publicKey, privateKey).toString('base64'),
    seal: (text, digest) => sign(digest, Buffer.from(text, 'utf8'), privateKey).toString('base64'),
  }
}

function certificateOf(owner: string, number: string, years: readonly [number, number], key: KeyObject, by: KeyObject) {
  const name = sequence(
    der(0x31, sequence(oid('550403'), utf8String('Empresa de Prueba'))),
    der(0x31, sequence(oid('55042d'), utf8String(owner))),
  )
  const signing = sequence(oid('2a864886f70d01010b'), der(0x05))
  const day = (year: number) => der(0x17, Buffer.from(`${String(year).slice(2)}0701000000Z`, 'ascii'))
  const content = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from(number, 'ascii')),
    signing,
    name,
    sequence(day(years[0]), day(years[1])),
    name,
    key.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('RSA-SHA256', content, by)
  return sequence(content, signing, der(0x03, Buffer.concat([Buffer.from([0]), signature])))
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}

const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const utf8String = (text: string) => der(0x0c, Buffer.from(text, 'utf8'))
