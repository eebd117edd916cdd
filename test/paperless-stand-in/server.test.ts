import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../ledger-stand-in/json'
import { pdfOf } from './recorded-server'
import { startPaperless, type PaperlessStandIn } from './server'

describe('what the replay cannot show', () => {
  async function asked(standIn: PaperlessStandIn, path: string, init: RequestInit = {}, version = 10) {
    const headers = {
      authorization: `Token ${standIn.token}`,
      accept: `application/json; version=${version}`,
      ...init.headers,
    }
    const answered = await fetch(`${standIn.url}${path}`, { ...init, headers, redirect: 'manual' })
    const bytes = Buffer.from(await answered.arrayBuffer())
    const isJson = answered.headers.get('content-type') === 'application/json'
    return { status: answered.status, bytes, json: isJson ? (JSON.parse(bytes.toString()) as JsonObject) : {} }
  }

  function uploadOf(bytes: Buffer): FormData {
    const form = new FormData()
    form.append('document', new Blob([new Uint8Array(bytes)]), 'copy.pdf')
    return form
  }

  test('release 3 stores the same bytes a second time; before, the task fails and names the document', async () => {
    for (const [release, expected] of [
      ['3.0.5', 'success'],
      ['2.20.15', 'FAILURE'],
    ] as const) {
      const standIn = await startPaperless({ release })
      standIn.add({ title: 'A-1042', fileName: 'A-1042.pdf', bytes: pdfOf(100) })
      await asked(standIn, '/api/documents/post_document/', { method: 'POST', body: uploadOf(pdfOf(100)) }, 9)
      const version = release === '3.0.5' ? 10 : 9
      const { json } = await asked(standIn, '/api/tasks/', {}, version)
      const [task] = (Array.isArray(json) ? json : json['results']) as JsonObject[]
      expect(task?.['status']).toBe(expected)
      if (release === '2.20.15') expect(task?.['result']).toContain('It is a duplicate of A-1042 (#1)')
      await standIn.close()
    }
  })

  test.each([
    ['throttled', 429],
    ['throttled_without_header', 429],
    ['unauthorized', 401],
    ['server_error_before', 500],
  ] as const)('what fails as %s was not done', async (kind, status) => {
    const standIn = await startPaperless()
    standIn.faults.add({ kind, method: 'POST', pattern: '/api/documents/post_document/' })
    const sent = { method: 'POST', body: uploadOf(pdfOf(100)) }
    expect((await asked(standIn, '/api/documents/post_document/', sent)).status).toBe(status)
    expect(standIn.archive.documents).toEqual([])
    await standIn.close()
  })

  test('of a scan the original comes only when asked for in exactly these letters', async () => {
    const standIn = await startPaperless()
    standIn.add({ title: 'scan', fileName: 'scan.pdf', bytes: pdfOf(100), archived: pdfOf(200) })
    const sizeOf = async (query: string) => (await asked(standIn, `/api/documents/1/download/${query}`)).bytes.length
    expect(await sizeOf('')).toBe(200)
    expect(await sizeOf('?original=True')).toBe(200)
    expect(await sizeOf('?original=true')).toBe(100)
    await standIn.close()
  })

  test('a document in the trash is not there, and its file can still be downloaded', async () => {
    const standIn = await startPaperless()
    standIn.add({ title: 'old', fileName: 'old.pdf', bytes: pdfOf(100) }).isInTrash = true
    expect((await asked(standIn, '/api/documents/1/')).status).toBe(404)
    expect((await asked(standIn, '/api/documents/1/download/')).status).toBe(200)
    expect((await asked(standIn, '/api/documents/1/', { method: 'DELETE' })).status).toBe(403)
    await standIn.close()
  })
})
