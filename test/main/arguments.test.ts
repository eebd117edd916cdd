import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { linkedDocument, readArguments } from '../../src/main/arguments'

const id = '01a1f865-8d98-72cd-800e-e10153381463'

test('a link names one document', () => {
  expect(linkedDocument(`quittance://document/${id}`)).toBe(id)
  expect(linkedDocument(`QUITTANCE://document/${id.toUpperCase()}/`)).toBe(id)
})

test.each([
  'quittance://document/',
  'quittance://document/1182',
  `quittance://document/${id}/approve`,
  `quittance://document/${id}?approve=true`,
  `quittance://document/../${id}`,
  `quittance://settings/${id}`,
  `https://document/${id}`,
  `quittance://document/${id}\n--data=/elsewhere`,
])('a link can say nothing else: %s', link => {
  expect(linkedDocument(link)).toBeNull()
})

test('files opened with the app are taken in from where they lie, switches are not files', () => {
  const folder = resolve('/home/ana/Facturas')
  const wishes = readArguments(['--data=/books', 'marzo.pdf', resolve('/srv/abril.xml'), '-x', ''], folder)
  expect(wishes).toEqual({ documentId: null, files: [join(folder, 'marzo.pdf'), resolve('/srv/abril.xml')] })
})

test('a link among the words of a command line is no file', () => {
  expect(readArguments([`quittance://document/${id}`, 'https://example.com/x.pdf'], '/')).toEqual({
    documentId: id,
    files: [],
  })
})
