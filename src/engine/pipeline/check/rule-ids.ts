/** What must agree in an e-invoice, whatever its format. */
export type Relation = 'lines_net' | 'tax_sum' | 'withheld_sum' | 'total' | 'payable' | 'tax_of_base' | 'line_amount'

type Rules = Readonly<Partial<Record<Relation, string>>>

/** EN 16931-1, business rules of section 6.4; UBL and CII alike. */
const en16931: Rules = {
  lines_net: 'BR-CO-13',
  tax_sum: 'BR-CO-14',
  total: 'BR-CO-15',
  payable: 'BR-CO-16',
  tax_of_base: 'BR-CO-17',
}

/** Anexo 20: codes of the SAT's validation matrix where there is one, else the attribute the rule is written at. */
const cfdi40: Rules = {
  lines_net: 'CFDI40108',
  tax_sum: 'Anexo 20 TotalImpuestosTrasladados',
  withheld_sum: 'Anexo 20 TotalImpuestosRetenidos',
  total: 'CFDI40119',
}
const cfdi33: Rules = { ...cfdi40, lines_net: 'CFDI33107', total: 'CFDI33118' }

/** Error codes of the Sistema di Interscambio. */
const fatturapa: Rules = { lines_net: 'SdI 00422', tax_of_base: 'SdI 00421', line_amount: 'SdI 00423' }

const byFormat: readonly (readonly [RegExp, Rules])[] = [
  [/^(ubl|cii|zugferd|facturx)/, en16931],
  [/^cfdi_4/, cfdi40],
  [/^cfdi_3\.3/, cfdi33],
  [/^fatturapa$/, fatturapa],
]

/** Id of the rule that a format's standard gives to a relation; null where it has none. */
export function ruleId(format: string, relation: Relation): string | null {
  return byFormat.find(([pattern]) => pattern.test(format))?.[1][relation] ?? null
}

/** The same as params of a sentence. */
export function ruleParams(format: string, relation: Relation): { rule?: string } {
  const rule = ruleId(format, relation)
  return rule === null ? {} : { rule }
}
