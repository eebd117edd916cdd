import { verify, X509Certificate } from 'node:crypto'
import type { DetailKey, Origin } from '../../../../shared/invoice'
import type { DetailRead } from '../../facts'
import type { XmlElement } from '../xml/element'
import { attributeOf, pathOf } from '../xml/element'
import { originalString } from './cfdi-original-string'
import { originalString32 } from './cfdi-original-string-32'

/**
 * How a seal was judged. `unchecked_…` says why nothing can be said: a complement or version whose rules we do not know, a
 * certificate that cannot be read, or a seal that is a filler.
 */
type Verdict = 'valid' | 'broken' | 'unchecked_rules' | 'unchecked_certificate' | 'unchecked_filler'

/** Which text each version seals, and with which digest (Anexo 20). */
const versions: Readonly<Record<string, { digest: string; text: (root: XmlElement) => string | null }>> = {
  'cfdi_3.2': { digest: 'RSA-SHA1', text: originalString32 },
  'cfdi_3.3': { digest: 'RSA-SHA256', text: root => originalString(root, '3.3') },
  'cfdi_4.0': { digest: 'RSA-SHA256', text: root => originalString(root, '4.0') },
}

/**
 * Checks a CFDI's seal without asking anybody: whether it fits the document and the certificate inside the document, and
 * when that certificate is valid. Whether the tax authority issued the certificate, revoked it or cancelled the CFDI can
 * only be asked online.
 *
 * @returns `seal` with its verdict, whose the certificate is and its dates, and its number where the document names
 * another one; nothing for documents without a seal
 */
export function readSeal(root: XmlElement, format: string): DetailRead[] {
  // 3.2 writes its attributes with small letters.
  const named = (name: string) => attributeOf(root, name) ?? attributeOf(root, name.toLowerCase())
  const [sealed, certified] = [named('Sello'), named('Certificado')]
  if (sealed === undefined) return []
  const inputs = [sealed.path, certified?.path ?? pathOf(root)]
  const origin: Origin = { kind: 'formula', rule: 'cfdi_seal', inputs }
  const said = (key: DetailKey, value: string | undefined): DetailRead[] =>
    value === undefined ? [] : [{ key, value, origin }]
  const certificate = certified && certificateOf(certified.value)
  if (!certificate) return said('seal', 'unchecked_certificate')
  const number = numberOf(certificate)
  const declared = attributeOf(root, 'NoCertificado') ?? attributeOf(root, 'noCertificado')
  return [
    ...said('seal', verdictOf(root, format, sealed.value, certificate)),
    ...said('certificate_owner', ownerOf(certificate)),
    ...said('certificate_serial', declared?.value === number ? undefined : number),
    ...said('certificate_from', dayOf(certificate.validFromDate)),
    ...said('certificate_until', dayOf(certificate.validToDate)),
  ]
}

function dayOf(at: Date): string | undefined {
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString().slice(0, 10)
}

/** The SAT numbers its certificates with twenty digits and writes them into the serial number as letters. */
function numberOf({ serialNumber }: X509Certificate): string | undefined {
  const digits = Buffer.from(serialNumber, 'hex').toString('latin1')
  return /^\d{20}$/.test(digits) ? digits : undefined
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

function verdictOf(root: XmlElement, format: string, seal: string, certificate: X509Certificate): Verdict {
  const signature = Buffer.from(seal, 'base64')
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey
  // A seal that is not as long as the key is no seal but a filler.
  const bits = asymmetricKeyDetails?.modulusLength ?? 0
  if (asymmetricKeyType !== 'rsa' || signature.length * 8 !== bits) return 'unchecked_filler'
  const rules = versions[format]
  const text = rules?.text(root) ?? null
  if (rules === undefined || text === null) return 'unchecked_rules'
  return verify(rules.digest, Buffer.from(text, 'utf8'), certificate.publicKey, signature) ? 'valid' : 'broken'
}
