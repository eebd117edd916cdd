import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** A certificate of a key of its own, both as PEM. */
export interface Certified {
  readonly cert: string
  readonly key: string
}

export interface CertificateWish {
  readonly name: string
  /** DNS name the certificate is good for. */
  readonly host: string
  readonly from: Date
  readonly until: Date
  /** Absent: signed by itself. */
  readonly issuer?: Authority
}

/** An authority of this run only: what it signs is good where its certificate is trusted. */
export interface Authority extends Certified {
  readonly name: string
  readonly privateKey: KeyObject
}

// X.509 as RFC 5280 §4.1 writes it, with ECDSA over P-256: short enough to need no library.
const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const value = Buffer.concat(parts)
  const size = value.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), value])
}
const sequence = (...parts: readonly Uint8Array[]) => tlv(0x30, ...parts)
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'))
const ecdsaWithSha256 = sequence(oid('2a8648ce3d040302'))
const commonName = (name: string) => sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(name)))))
const utcTime = (date: Date) => tlv(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`))
const extension = (id: string, value: Uint8Array) => sequence(oid(id), tlv(0x04, value))
const subjectAltName = (host: string) => extension('551d11', sequence(tlv(0x82, Buffer.from(host))))
const isAuthority = () => extension('551d13', sequence(tlv(0x01, Buffer.from([0xff]))))

export function createAuthority(name: string, from: Date, until: Date): Authority {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const cert = certificate(name, name, publicKey, privateKey, { from, until }, isAuthority())
  return { name, privateKey, cert, key: pemOf(privateKey) }
}

export function certify({ name, host, from, until, issuer }: CertificateWish): Certified {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const by = issuer ?? { name, privateKey }
  const cert = certificate(name, by.name, publicKey, by.privateKey, { from, until }, subjectAltName(host))
  return { cert, key: pemOf(privateKey) }
}

function certificate(
  subject: string,
  issuer: string,
  publicKey: KeyObject,
  signer: KeyObject,
  validity: { readonly from: Date; readonly until: Date },
  extensionValue: Uint8Array,
): string {
  const serial = tlv(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(8)]))
  const toBeSigned = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    serial,
    ecdsaWithSha256,
    commonName(issuer),
    sequence(utcTime(validity.from), utcTime(validity.until)),
    commonName(subject),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(extensionValue)),
  )
  const signature = sign('sha256', toBeSigned, signer)
  const der = sequence(toBeSigned, ecdsaWithSha256, tlv(0x03, Buffer.from([0]), signature))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}
