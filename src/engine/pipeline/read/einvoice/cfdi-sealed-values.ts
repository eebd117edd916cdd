import type { XmlElement } from '../xml/element'
import { childrenOf } from '../xml/element'

/** Names of the attributes of one element, in the order in which they are sealed. */
export type Attributes = readonly string[]

/** The named attributes in that order: absent ones left out, white space collapsed. */
export function take(element: XmlElement, names: Attributes): string[] {
  return names.flatMap(name => {
    const found = element.attributes.find(({ local, uri }) => local === name && uri === '')
    return found === undefined ? [] : [found.value.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '')]
  })
}

/** Every element at the end of a chain of child names, in the namespace of the document. */
export function descendants(owner: XmlElement, uri: string, ...path: readonly string[]): XmlElement[] {
  let found = [owner]
  for (const local of path) found = found.flatMap(element => childrenOf(element, uri, local))
  return found
}

/** Another child than these means a rule we do not know. */
export function hasOnly(element: XmlElement, children: readonly string[]): boolean {
  return element.children.every(({ uri, local }) => uri === element.uri && children.includes(local))
}

const stamp = 'http://www.sat.gob.mx/TimbreFiscalDigital'

/** Complements and their rows, by namespace and name: the same rules in every version of the CFDI. */
interface Complement {
  readonly own: Attributes
  readonly rows?: Readonly<Record<string, Attributes>>
}

const complements: Readonly<Record<string, Complement>> = {
  'http://www.sat.gob.mx/implocal ImpuestosLocales': {
    own: ['version', 'TotaldeRetenciones', 'TotaldeTraslados'],
    rows: {
      RetencionesLocales: ['ImpLocRetenido', 'TasadeRetencion', 'Importe'],
      TrasladosLocales: ['ImpLocTrasladado', 'TasadeTraslado', 'Importe'],
    },
  },
  'http://www.sat.gob.mx/leyendasFiscales LeyendasFiscales': {
    own: ['version'],
    rows: { Leyenda: ['disposicionFiscal', 'norma', 'textoLeyenda'] },
  },
  'http://www.sat.gob.mx/donat Donatarias': { own: ['version', 'noAutorizacion', 'fechaAutorizacion', 'leyenda'] },
  'http://www.sat.gob.mx/divisas Divisas': { own: ['version', 'tipoOperacion'] },
  'http://www.sat.gob.mx/iedu instEducativas': {
    own: ['version', 'nombreAlumno', 'CURP', 'nivelEducativo', 'autRVOE', 'rfcPago'],
  },
}

/**
 * What the complements within `owners` add to the original string. The stamp is put on after sealing and adds nothing.
 *
 * @returns null when one of them is a complement whose rules we do not know
 */
export function complementValues(owners: readonly XmlElement[]): string[] | null {
  const told = owners.flatMap(({ children }) => children).map(valuesOf)
  return told.some(values => values === null) ? null : told.flatMap(values => values ?? [])
}

function valuesOf(element: XmlElement): string[] | null {
  if (element.uri === stamp) return []
  const known = complements[`${element.uri} ${element.local}`]
  if (known === undefined) return null
  const rows = Object.entries(known.rows ?? {})
  const names = rows.map(([local]) => local)
  if (!hasOnly(element, names)) return null
  const ofRows = rows.flatMap(([local, names]) =>
    childrenOf(element, element.uri, local).flatMap(row => take(row, names)),
  )
  return [...take(element, known.own), ...ofRows]
}
