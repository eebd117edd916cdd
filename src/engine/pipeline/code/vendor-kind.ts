import { fold } from '../../../shared/fold'

export type VendorKind = 'company' | 'person' | 'foreign_company' | 'foreign_person' | 'unknown'

const foreignForms =
  /\b(l ?l ?c|inc|incorporated|corp|corporation|ltd|limited|llp|l p|lp|plc|gmbh|ag|bv|b v|nv|oy|ab|aps|pty|spa|s p a|srl italia|sas france|kg|ug|sarl|co|na)$|\b(gmbh|llc|llp|pty ltd|ireland|inc|bv|plc)\b/
const mexicanForms =
  /\b(sa|s a|sapi|sab|sofom|srl|s de rl|s de r l|sc|s c|ac|a c|sociedad|fideicomiso|sas|ibm|i b m)( de cv| de c v| de rl| de r l)?\b|\bde cv\b|\bde c v\b/
const institutions =
  /\b(tesoreria|secretaria|comision|municipio|gobierno|instituto|caminos y puentes|sat|imss|registro publico|camara|colegio|asociacion|fundacion|universidad|banco|cooperativa|sociedad|sindicato|parroquia|aeropuerto|cfe|telmex|amazon|google|microsoft|uber|aseguradora|seguros|afianzadora|autopista)\b/
const titles =
  /^(dr|dra|lic|ing|arq|c p|cp|cpc|mtro|mtra|prof|profa|qfb|mvz|tec|sr|sra|don|dona|notario|notaria|mr|mrs|ms|psic|l c|lcp|med|ldg|nut)\b/
const countryInBrackets =
  /\((us|usa|uk|texas|california|florida|new york|canada|spain|germany|france|india|argentina|colombia|chile|peru|brazil|china|[a-z ]*(usa|states|kingdom))\)/

/** A Mexican personal tax id has 13 characters, a company's 12; a generic foreign one says only that it is abroad. */
function kindOfTaxId(taxId: string): VendorKind | null {
  if (/^XEXX010101000$/i.test(taxId)) return 'foreign_company'
  if (/^[A-ZÑ&]{4}\d{6}[A-Z0-9]{3}$/i.test(taxId)) return 'person'
  if (/^[A-ZÑ&]{3}\d{6}[A-Z0-9]{3}$/i.test(taxId)) return 'company'
  return null
}

/**
 * Whether a vendor is a natural person or a company, here or abroad: fees, rent and interest have an account for each
 * (SAT código agrupador 601.34 to .47, 701.04 to .09). A notary bills as a natural person whatever the notary's office
 * is called.
 *
 * @param currency of the invoice; a foreign one supports a foreign-looking name
 */
export function vendorKind(
  name: string,
  taxId: string | null,
  currency: string | null,
  homeCurrency: string,
): VendorKind {
  const folded = fold(name)
  if (folded === '') return 'unknown'
  if (/\bnotari[ao]\b/.test(folded)) return 'person'
  const byTaxId = taxId === null ? null : kindOfTaxId(taxId)
  if (byTaxId !== null && byTaxId !== 'foreign_company') return byTaxId
  const isMexican = mexicanForms.test(folded)
  if (!isMexican && countryInBrackets.test(name.toLowerCase())) {
    return foreignForms.test(fold(name.replace(/\(.*?\)/g, ''))) ? 'foreign_company' : 'foreign_person'
  }
  if (!isMexican && foreignForms.test(folded)) return 'foreign_company'
  if (isMexican) return 'company'
  if (byTaxId !== null) return byTaxId
  const isAbroad = currency !== null && currency !== '' && currency !== homeCurrency
  const words = folded.split(' ')
  if (titles.test(folded)) return isAbroad ? 'foreign_person' : 'person'
  if (isAbroad) return words.length <= 3 && looksLikeFirstName(words[0]) ? 'foreign_person' : 'foreign_company'
  // A Mexican company carries its legal form; a workshop or an office without one belongs to a person.
  return institutions.test(folded) ? 'unknown' : 'person'
}

const firstNames = new Set(
  (
    'maria jose juan luis carlos jorge ana laura martha marta patricia guadalupe rosa francisco miguel antonio pedro ' +
    'manuel javier alejandro alejandra ricardo roberto fernando fernanda eduardo sergio raul rafael oscar arturo hector ' +
    'salvador ramon daniel daniela david gabriel gabriela diego andres andrea sofia lucia carmen elena teresa veronica ' +
    'monica claudia silvia leticia berenice xochitl adriana beatriz irma norma julio cesar enrique ernesto gerardo ' +
    'gustavo hugo ignacio ivan jaime joel julian leonardo marco mario martin omar pablo paulo paula rebeca rodrigo ' +
    'ruben samuel tomas victor john james robert michael william richard thomas charles joseph mark paul peter susan ' +
    'mary jennifer linda karen lisa sarah emily anna emma david kevin brian george steven edward alice jane'
  ).split(' '),
)

function looksLikeFirstName(word: string | undefined): boolean {
  return word !== undefined && firstNames.has(word)
}
