import type { ColumnKind } from './table-headings'

/**
 * What single words say about a column, by their beginnings or ends, for headings that no list has whole: languages put words
 * together ("Liefermenge"), shorten them ("Cdad.") and qualify them ("Price ex VAT"). Folded words are tested.
 */
const says = {
  tax: /^(?:vat|gst|hst|iva|i\.v\.a|igv|itbis|tva|btw|mwst|ust|mehrwertsteuer|umsatzsteuer|steuer|tax|taxe|imposto|imposta|impuesto|moms|dph|alv)(?:[-.%/].*|satz|tarief)?$/,
  share: /^(?:%|rate|taux|tx|tipo|satz|tarief|aliquota|aliq|al|taxa|tasa|code|cod|pct|percent)$/,
  discount:
    /^(?:disc|discounts?|rab|rabatt\p{L}*|nachlass|rem|remises?|rabais|dto|dcto|dtos|descuentos?|descontos?|bonif|sc|sconti|sconto|krt|kort|korting\p{L}*|less|reduction)$/u,
  price:
    /^(?:prices?|pricing|prix|precios?|preis\p{L}*|prezz[oi]|prijs\p{L}*|precos?|rate|tarif\p{L}*|uurtarief|cost|costs|costo|coste|charge|charged|pvp|p\.v\.p|p\.u|pu|pr|p|cena|stuckkosten)$|(?:preis|prijs|tarief|betrag\/einheit|einzelbetrag|stundensatz|tagessatz)$/u,
  whole:
    /^(?:total|totals?|tot|totale|totaal|totales|gesamt\p{L}*|line|linea|ligne|riga|regel|zeile|linha|sum|summe|extended|ext|end)$/u,
  quantity:
    /^(?:qty|qnty|qtty|quantit\p{L}*|quant|qte|qta|q\.ta|qt|qtd|qtde|cant|cdad|cantidad|menge\p{L}*|mengen|anzahl|anz|stuckzahl|stuck|aantal|geleverd|stuks|hours|hrs|heures|horas|stunden|std|uren|ore|units|uds|unidades|unites|nb|nbre|nombre|nr\.uds|pieces|pezzi|colli)$|(?:menge|anzahl|stunden)$/u,
  amount:
    /^(?:amounts?|amt|value|importes?|imp|importo|importi|betrag\p{L}*|montants?|mt|mnt|bedrag|montante|valor|valore|valeur|wert|summe|somme|soma|imponibile|imponible|importancia|entgelt|kwota|nettosumme|neto|netto|net|subtotal)$|(?:betrag|bedrag|wert|summe|gesamtnetto|gesamt)$/u,
  description:
    /^(?:descr\p{L}*|beschreibung\p{L}*|bezeichnung\p{L}*|design\p{L}+|omschrijving\p{L}*|libelle\p{L}*|denominac\p{L}*|discriminac\p{L}*|intitule|objet|oggetto|objeto|nature|natura|naturaleza|scope|details?|detalles?|dettagli|specificati\p{L}*|conceptos?)$|(?:bezeichnung|beschreibung|omschrijving|text)$/u,
  goods:
    /^(?:goods|merce|beni|works?|travaux|trabajos|trabalhos|lavori|werkzaamheden|leistung\p{L}*|tatigkeit\p{L}*|services?|servicios?|servicos?|servizi|prestations?|dienst\p{L}*|articles?|articulos?|articol[oi]|artigos?|artikel\p{L}*|products?|productos?|produits?|produkt\p{L}*|produtos?|prodott[oi]|material\p{L}*)$/u,
  code: /^(?:ref|refs|reference|referenz|referencia|referencias|ref\.a|sku|code|codes|cod|codigo|codice|kode|part|ean|gtin|sachnummer|hsn)$|^no$|(?:nummer|nr|artikelcode)$/,
  unit: /^(?:unit|uom|u\/m|u\.m|um|me|eh|eenh|einh|unid|un|ud|eenheid|einheit|mengeneinheit|unite|unidad|unidade|unita|measure|medida|misura|mesure|jm)$/,
  position: /^(?:pos|position|line|ln|lfd|zeile|ligne|linea|linha|riga|regel|partida|item|nr|no|n|n\.o|nº|n°|#|lp)$/,
  without:
    /^(?:ex|excl\p{L}*|exkl\p{L}*|excluding|without|ohne|hors|sans|sin|s|c|senza|sem|exc|before|h\.t|ht|net|netto|neto|incl\p{L}*|inkl\p{L}*|inc|ttc|con|com|before)$/u,
  per: /^(?:per|pro|par|por|je|each|unit\p{L}*|einheit|ud|stuck|piece|un|u)$/u,
} as const

type Said = keyof typeof says

/** The kind of column that the words of a heading speak of together; null when they say nothing. */
export function kindByWords(words: readonly string[]): ColumnKind | null {
  if (words.length === 0 || words.length > 5) return null
  const hears = (said: Said) => words.some(word => says[said].test(word))
  const isMoney = hears('price') || hears('amount') || hears('whole')
  if (hears('discount')) return 'discount'
  if (hears('tax') && !(isMoney && hears('without')))
    return hears('amount') && !hears('share') && !words.includes('%') ? 'tax_amount' : 'tax_rate'
  if (hears('price')) return hears('whole') ? 'line_total' : 'unit_price'
  if (hears('quantity')) return 'quantity'
  if (hears('amount')) return hears('per') && !hears('whole') ? 'unit_price' : 'line_total'
  if (hears('description')) return 'description'
  if (words.every(word => says.position.test(word))) return 'position'
  if (hears('code')) return 'product_code'
  if (hears('goods')) return 'description'
  if (hears('whole') && words.length > 1) return 'line_total'
  if (words.every(word => says.unit.test(word))) return 'unit'
  return null
}

/** Whether a word is one that headings are made of. */
export function isHeadingWord(word: string): boolean {
  return Object.values(says).some(pattern => pattern.test(word))
}
