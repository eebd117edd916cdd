import PostalMime, { type Attachment } from 'postal-mime'
import { AppError } from '../../../shared/result'
import { sniff } from '../sniff'

/** A file an e-mail carries, attached or shown in its text. */
export interface MailPart {
  /** As the sender called it; not fit to be a path. */
  readonly fileName: string
  readonly bytes: Uint8Array
}

const mailLimits = {
  /** Bytes of the whole file; providers refuse more than half of this. */
  mailBytes: 64 * 2 ** 20,
  parts: 500,
  partBytes: 200 * 2 ** 20,
  nesting: 20,
  headerBytes: 2 ** 20,
} as const

/** Pictures shown in the text below this size are logos and signatures; a photographed receipt is larger. */
const logoBytes = 40 * 1024

/**
 * Takes the files out of an e-mail: what is attached, and what is shown in the text unless it is a logo. What a part is,
 * its bytes say and not its headers; mails attached to the mail come out as mails.
 *
 * @throws AppError `corrupt_document`, `resource_limit`, `mail_without_documents`
 */
export async function readMail(bytes: Uint8Array): Promise<MailPart[]> {
  if (bytes.length > mailLimits.mailBytes) throw new AppError('resource_limit', { limit: 'bytes' }, 'never')
  const attachments = await attachmentsOf(bytes)
  if (attachments.length > mailLimits.parts) throw new AppError('resource_limit', { limit: 'entries' }, 'never')
  const parts = attachments.flatMap((attachment, index) => partOf(attachment, index) ?? [])
  if (parts.length === 0) throw new AppError('mail_without_documents', {}, 'user')
  return parts
}

async function attachmentsOf(bytes: Uint8Array): Promise<Attachment[]> {
  try {
    const mail = await PostalMime.parse(bytes, {
      attachmentEncoding: 'arraybuffer',
      forceRfc822Attachments: true,
      maxNestingDepth: mailLimits.nesting,
      maxHeadersSize: mailLimits.headerBytes,
    })
    return mail.attachments
  } catch (thrown) {
    const isLimit = thrown instanceof Error && /^Maximum /.test(thrown.message)
    if (isLimit) throw new AppError('resource_limit', { limit: 'nesting' }, 'never')
    throw new AppError('corrupt_document', {}, 'user', { cause: thrown })
  }
}

function partOf({ filename, mimeType, content, related }: Attachment, index: number): MailPart | undefined {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  if (bytes.length === 0) return undefined
  const { kind } = sniff(bytes, bytes.length)
  if (kind === 'image' && related === true && bytes.length < logoBytes) return undefined
  // Calendars, vCards and signatures travel along; what nobody named and nothing can read is one of them.
  if (kind === 'unknown' && (filename === null || isCompanion(mimeType))) return undefined
  return { fileName: filename ?? `${index + 1}.${kind === 'unknown' ? 'bin' : kind}`, bytes }
}

function isCompanion(mimeType: string): boolean {
  return /^(text\/(calendar|vcard|x-vcard|html|plain)|application\/(pgp-signature|pkcs7-signature|x-pkcs7-signature))$/i.test(
    mimeType,
  )
}
