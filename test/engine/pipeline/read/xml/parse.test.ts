import { describe, expect, test } from 'vitest'
import { readXmlDocument } from '../../../../../src/engine/pipeline/read/einvoice/read-xml-document'
import { parseXml, xmlLimits } from '../../../../../src/engine/pipeline/read/xml/parse'
import { failureOf, fixture, utf8 } from '../einvoice/fixtures'

const cfdi = fixture('cfdi-3.2.xml')
const seller = (bytes: Uint8Array) => readXmlDocument(bytes).facts.chosen['seller.name']?.value

function singleByte(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16())
}

describe('encodings', () => {
  test.each([
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${cfdi}`)],
    ['UTF-16 little-endian', utf16(cfdi.replace('UTF-8', 'UTF-16'), 'le')],
    ['UTF-16 big-endian', utf16(cfdi.replace('UTF-8', 'UTF-16'), 'be')],
    ['ISO-8859-1, declared', singleByte(cfdi.replace('UTF-8', 'ISO-8859-1'))],
    ['windows-1252, declared', singleByte(cfdi.replace('UTF-8', 'windows-1252'))],
    ['UTF-8 after blank lines', utf8(`\n\n  ${cfdi}`)],
    ['UTF-8 that declares UTF-16', utf8(cfdi.replace('UTF-8', 'utf-16'))],
    ['no declaration at all', utf8(cfdi.replace(/<\?xml.*\?>\n/, ''))],
  ])('the vendor is Librería del Sureste in %s', (_, bytes) => {
    expect(seller(bytes)).toBe('Librería del Sureste')
  })

  test('ISO-8859-1 bytes under a UTF-8 declaration are refused with their place, not guessed', () => {
    const { code, params } = failureOf(() => parseXml(singleByte(cfdi)))
    expect(code).toBe('xml_not_well_formed')
    expect(params).toEqual({ variant: 'encoding', encoding: 'utf-8', line: 2, column: 270 })
  })

  test('an encoding nobody supports is named', () => {
    const { code, params } = failureOf(() => parseXml(utf8('<?xml version="1.0" encoding="EBCDIC-MX"?><a/>')))
    expect(code).toBe('xml_not_well_formed')
    expect(params).toMatchObject({ variant: 'encoding', encoding: 'ebcdic-mx' })
  })
})

describe('what a stranger may not do', () => {
  test('a total given twice is refused: neither the first nor the last may win', () => {
    const { code, params } = failureOf(() => parseXml(utf8('<a\n total="1160.00" total="9160.00"/>')))
    expect({ code, line: params['line'] }).toEqual({ code: 'xml_not_well_formed', line: 2 })
  })

  test.each([
    ['an entity', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'],
    ['a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['a default attribute', '<!DOCTYPE a [<!ATTLIST a total CDATA "9">]><a/>'],
    ['nothing', '<!DOCTYPE a><a/>'],
  ])('a DOCTYPE that declares %s is a forbidden construct', (_, xml) => {
    expect(failureOf(() => parseXml(utf8(xml))).code).toBe('xml_forbidden_construct')
  })

  test('a document refused for its DOCTYPE is called by the name the DOCTYPE gives', () => {
    const xml = '<?xml version="1.0"?>\n<!DOCTYPE Finvoice SYSTEM "Finvoice.dtd">\n<Finvoice Version="1.1"/>'
    expect(failureOf(() => parseXml(utf8(xml))).params).toEqual({ line: 2, construct: 'DOCTYPE', name: 'Finvoice' })
    expect(failureOf(() => parseXml(utf8('<!DOCTYPE <b> ><a/>'))).params['name']).toBe('XML')
  })

  test.each([
    ['an undeclared prefix', '<a><b:c/></a>'],
    ['an undeclared entity', '<a>&toString;</a>'],
    ['two roots', '<a/><a/>'],
    ['an end that never comes', '<a><b></b>'],
    ['a control character', '<a>\u0001</a>'],
    ['plain text', 'total 1160.00'],
  ])('%s is not well-formed', (_, xml) => {
    expect(failureOf(() => parseXml(utf8(xml))).code).toBe('xml_not_well_formed')
  })

  test('nesting beyond any invoice hits a limit and no stack', () => {
    const deep = '<a>'.repeat(20_000) + '</a>'.repeat(20_000)
    expect(failureOf(() => parseXml(utf8(deep)))).toMatchObject({
      code: 'resource_limit',
      params: { limit: 'depth', max: xmlLimits.depth },
    })
  })

  test('an element with a thousand attributes hits a limit', () => {
    const many = Array.from({ length: 1000 }, (_, index) => `a${index}="1"`).join(' ')
    expect(failureOf(() => parseXml(utf8(`<a ${many}/>`))).code).toBe('resource_limit')
  })

  test('names of JavaScript objects are names like any other', () => {
    const { code } = failureOf(() => readXmlDocument(utf8('<__proto__ constructor="1"><toString/></__proto__>')))
    expect(code).toBe('unsupported_xml_schema')
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

test('no bytes and no content are an empty file', () => {
  expect(failureOf(() => parseXml(new Uint8Array())).code).toBe('empty_file')
  expect(failureOf(() => parseXml(utf8(' \n'))).code).toBe('empty_file')
})

test('well-formed XML that is no e-invoice says what it is', () => {
  const look = '<Comprobante xmlns="http://www.sat.gob.mx.example.test/cfd/4" Version="4.0"/>'
  expect(failureOf(() => readXmlDocument(utf8(look)))).toMatchObject({
    code: 'unsupported_xml_schema',
    params: { root: 'Comprobante', namespace: 'http://www.sat.gob.mx.example.test/cfd/4' },
  })
})
