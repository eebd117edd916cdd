import { verify, X509Certificate } from 'node:crypto'
import type { DetailKey, Origin } from '../../../../shared/invoice'
import type { DetailRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { attributeOf, pathOf } from '../xml/element'
import { originalString } from './cfdi-original-string'

/**
 * Checks a CFDI's seal without asking anybody: whether it fits the document and the certificate inside the document, and
 * when that certificate is valid. Whether the tax authority issued the certificate, revoked it or cancelled the CFDI can
 * only be asked online.
 *
 * @returns `seal` (`valid`, `broken`, or `unchecked` where the rules or the certificate cannot be read), whose the
 * certificate is and its dates; nothing for documents without a seal. Of CFDI 3.2 only the certificate is looked at: its
 * SHA-1 seals prove nothing any more
 */
export function readSeal(root: XmlElement, format: string): DetailRead[] {
  const version = format === 'cfdi_4.0' ? '4.0' : format === 'cfdi_3.3' ? '3.3' : null
  const [sealed, certified] =
    version === null
      ? [attributeOf(root, 'sello'), attributeOf(root, 'certificado')]
      : [attributeOf(root, 'Sello'), attributeOf(root, 'Certificado')]
  if (sealed === undefined) return []
  const inputs = [sealed.path, certified?.path ?? pathOf(root)]
  const origin: Origin = { kind: 'formula', rule: 'cfdi_seal', inputs }
  const certificate = certified && certificateOf(certified.value)
  if (!certificate) return [{ key: 'seal', value: 'unchecked', origin }]
  const day = (key: DetailKey, at: Date): DetailRead[] =>
    Number.isNaN(at.getTime()) ? [] : [{ key, value: at.toISOString().slice(0, 10), origin }]
  const text = version === null ? null : originalString(root, version)
  const owner = ownerOf(certificate)
  return [
    { key: 'seal', value: verdictOf(text, sealed.value, certificate), origin },
    ...(owner === undefined ? [] : [{ key: 'certificate_owner' as const, value: owner, origin }]),
    ...day('certificate_from', certificate.validFromDate),
    ...day('certificate_until', certificate.validToDate),
  ]
}

/** The RFC that the SAT writes into a seal certificate, before that of its legal representative. */
function ownerOf({ subject }: X509Certificate): string | undefined {
  return /^x500UniqueIdentifier=\s*([A-ZÑ&]{3,4}\d{6}[A-Z\d]{3})\b/mu.exec(subject)?.[1]
}

function certificateOf(base64: string): X509Certificate | null {
  try {
    return new X509Certificate(Buffer.from(base64, 'base64'))
  } catch {
    // Placeholders ("certificado de prueba") are common in test data; a real one always parses.
    return null
  }
}

function verdictOf(text: string | null, seal: string, certificate: X509Certificate): 'valid' | 'broken' | 'unchecked' {
  const signature = Buffer.from(seal, 'base64')
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
  const bits = asymmetricKeyDetails?.modulusLength ?? 0
  // A seal that is not as long as the key is no seal but a filler.
  if (text === null || asymmetricKeyType !== 'rsa' || signature.length * 8 !== bits) return 'unchecked'
  return verify('RSA-SHA256', Buffer.from(text, 'utf8'), certificate.publicKey, signature) ? 'valid' : 'broken'
}
