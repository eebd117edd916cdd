import { detail, mustHave, ok, refuseInText, type Answer, type Call } from './answer'
import { checksumOf, type Stored } from './archive'
import { canView, nameOf, versionAsked } from './document-view'

/** The document of the path for its files: who may not see it is refused in text, and the trash still has its files. */
function findForFiles(call: Call): Stored {
  mustHave(call.user, 'view_document')
  const stored = call.archive.documents.find(each => each.id === call.ids[0])
  if (!stored) throw detail(404, 'Not found.')
  if (!canView(call.user, stored)) throw refuseInText(403, 'Insufficient permissions')
  return stored
}

function file(call: Call, disposition: 'attachment' | 'inline', more: { [name: string]: string } = {}): Answer {
  const stored = findForFiles(call)
  const version = versionAsked(call, stored)
  // Exactly these four letters: anything else gives the archive version where there is one.
  const wantsOriginal = call.query.get('original') === 'true'
  const bytes = wantsOriginal ? version.bytes : (version.archived ?? version.bytes)
  const type = wantsOriginal || !version.archived ? version.mimeType : 'application/pdf'
  const name = `${nameOf(call.archive, stored, version.id === stored.id)}.${type === 'image/png' ? 'png' : 'pdf'}`
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]/g, '')
  return {
    status: 200,
    file: bytes,
    headers: {
      'content-type': type,
      'content-disposition': `${disposition}; filename="${plain}"; filename*=utf-8''${encodeURIComponent(name)}`,
      ...more,
    },
  }
}

export const download = (call: Call): Answer => file(call, 'attachment')

export function preview(call: Call): Answer {
  const changed = httpDate(versionAsked(call, findForFiles(call)).addedAt)
  if (call.headers['if-modified-since'] === changed) return { status: 304, headers: { 'last-modified': changed } }
  return file(call, 'inline', { 'last-modified': changed })
}

export function metadata(call: Call): Answer {
  const { archive } = call
  const stored = findForFiles(call)
  const version = versionAsked(call, stored)
  const checksum = checksumOf(archive, version.bytes)
  const number = String(stored.id).padStart(7, '0')
  const stamp = new Date(version.addedAt).toISOString().replace('Z', '000+00:00')
  const etag = archive.release === '3.0.5' ? `"${checksum}:${stamp}"` : `"${checksum}"`
  return ok(
    {
      original_checksum: checksum,
      original_size: version.bytes.length,
      original_mime_type: version.mimeType,
      media_filename: `${number}.pdf`,
      has_archive_version: version.archived !== null,
      original_metadata: [],
      archive_checksum: version.archived ? checksumOf(archive, version.archived) : null,
      archive_media_filename: version.archived ? `${number}.pdf` : null,
      original_filename: stored.originalFileName,
      archive_size: version.archived?.length ?? null,
      archive_metadata: version.archived ? [] : null,
      lang: 'es',
    },
    { etag, 'last-modified': httpDate(version.addedAt) },
  )
}

const httpDate = (at: number) => new Date(at).toUTCString()
