import { foldPhrase } from './fold'

/** Columns of a table of invoice lines. */
export type ColumnKind =
  | 'description'
  | 'quantity'
  | 'unit'
  | 'unit_price'
  /** How many units the price is for: "Per 100". */
  | 'price_base'
  | 'line_total'
  | 'tax_rate'
  | 'tax_amount'
  | 'discount'
  | 'product_code'
  | 'position'
  | 'other'

const headings: Readonly<Record<ColumnKind, string>> = {
  description: `narrative|travaux effectues|servizio|dienst|tatigkeitsbeschreibung|detail|detalle|produkt/leistung|leistungsbeschreibung|designation des produits|designation des prestations|description du produit|descrizione articolo|product/dienst|description of supply|item and description|task description|work description|job description|goods|bien o servicio|descrizione dei beni|omschrijving dienst|tuote/palvelu|nazwa towaru lub uslugi|expense|item description|item|items|product|products|service|services|details|article|activity|particulars|work|task|name|product description|item name|description of goods|description of services|services provided|product name|item & description|product/service|
    descripcion|concepto|conceptos|producto|servicio|detalle|articulo|denominacion|descripcion del producto|
    beschreibung|bezeichnung|artikel|leistung|produkt|artikelbezeichnung|position|text|dienstleistung|
    designation|libelle|description des produits|prestation|prestations|produit|article|
    descrizione|prodotto|servizio|articolo|
    omschrijving|productomschrijving|
    descricao|descricao do produto / servico|descricao dos produtos|produto|descricao do produto|descricao dos produtos / servicos|
    popis|oznaceni dodavky|nazwa|nazwa towaru|nazwa towaru lub uslugi|tuote|kuvaus|nimike|selite|denumire|deskripsi`,
  quantity: `menge/einheit|anz|anz.|std.|hrs.|num|quantity hrs|quantity/hrs|n ore|ore|uren|dias|tage|dagen|days|giorni|qty|quantity|hours|hrs|hrs/qty|qty.|jours||units|quant|quantity/hours|hrs/qty|hr/qty|unit(s)|amount of units|count|hours/qty|qty/hrs|no of units|
    cantidad|cant|cant.|uds|unidades|horas|ctd|
    menge|anzahl|stunden|std|stk|
    quantite|qte|qte.|quant.|nombre|heures|
    quantita|q.ta|qta|
    aantal|hoeveelheid|qtd|quantidade|quant|qtde|mnozstvi|ilosc|maara|kpl|cantitate|jumlah`,
  unit: `unit|uom|unidad|einheit|ein.|unite|unita|eenheid|unidade|un|u.m|j.m|jm|jedn|clave unidad|un.|me|yksikko|u/m|unit type|unidad medida`,
  unit_price: `nettopreis|prix u. ht|prix u ht|prix net|preis je einheit|prezzo unit|prezzo unit.|preco unit|preco unit.|prijs excl. btw|unit price net|precio s/iva|einzelpreis eur|preis/einh|price per hour|prix/unite|unit price|price|rate|rate/hour|unit cost|price per unit|cost|hourly rate|price each|each|unit price (usd)|price/unit|rate/hr|item price|cost per unit|u/price|u.price|unit rate|price (usd)|unit price usd|price per item|
    precio|precio unitario|precio unit|p. unitario|valor unitario|p.u|precio/u|v. unitario|precio unidad|precio ud|p. unit|valor unit|
    einzelpreis|stuckpreis|preis|ep|e-preis|preis/einheit|einzelpreis netto|satz|stundensatz|vk-preis|tjm|price/hr|rate/price|hourly|preis/stk|preis pro einheit|
    prix unitaire|prix|pu|p.u. ht|prix unitaire ht|pu ht|p.u|prix ht|prix unit|prix unit. ht|tarif|pu h.t|
    prezzo|prezzo unitario|prezzo un|
    prijs|stuksprijs|prijs per stuk|eenheidsprijs|tarief|
    preco|preco unitario|valor unit|v. unit|valor unitario|v.unit|cena za j|cena|cena jedn|cena netto|cena jedn. netto|cena jedn netto|a-hinta|hinta|yksikkohinta|pret unitar|harga`,
  price_base: `per|price per|price unit|pe|preiseinheit|prijseenheid|je|por|par|base prix|base prezzo|ud. precio|up`,
  line_total: `nettowert|nettobetrag|gesamtwert|warenwert|montant total ht|total net ht|total net|line net|importe (eur)|gesamtpreis netto|gesamtsumme|zeilensumme|bedrag excl. btw|totaal excl. btw|bedrag excl btw|totale netto|imponibile|valor liquido|total ttc|total excl vat|net value|importe sin iva|total price net|total eur|summe netto|prezzo totale|preco total|total sin iva|total s/iva|total sem iva|amount|total|line total|total price|ext price|extended price|zeilenbetrag|positionsbetrag|item total|totaal ex btw|verollinen|total item|subtotal|net amount|total amount|net|net price|extension|sub total|amount (usd)|total (usd)|total cost|amount usd|price total|sum|ext. price|value|gross|gross amount|total ex. vat|amount due|total excl. vat|net total|total (eur)|amount (eur)|total price (usd)|charges|taxable value|line amount|total usd|amount (gbp)|amount (rm)|rm|
    importe|monto|importe total|total linea|importe neto|valor|precio total|neto|
    betrag|gesamt|gesamtpreis|summe|gesamtbetrag|netto|total netto|gp|gesamt netto|betrag eur|gesamt eur|preis gesamt|wert|betrag netto|
    montant|montant ht|total ht|prix total|total ht|montant total|total h.t|prix total ht|montant (eur)|sous-total|total (ht)|
    importo|totale|totale riga|
    bedrag|totaal|totaalprijs|subtotaal|regeltotaal|
    valor total|montante|v. total|vl. total|v.total|preco total|
    celkem|celkem bez dph|wartosc|wartosc netto|wartosc|razem|yhteensa|summa|valoare|total harga`,
  tax_rate: `mwst-%|ust-%|mwst.-%|ust.-%|iva-%|tva-%|btw-%|vat-%|vat|vat %|tax|tax %|tax rate|vat rate|gst|gst %|gst rate|sales tax|tax1|tax (%)|vat (%)|taxes|
    iva|iva %|% iva|tasa|impuestos|impuesto|tipo iva|tasa o cuota|
    mwst|ust|mwst %|ust %|mwst.|ust.|steuersatz|mwst-satz|ust-satz|
    tva|tva %|taux tva|taux|% tva|taux de tva|
    aliquota|iva (%)|btw|btw %|btw tarief|btw%|dph|stawka vat|stawka|alv|alv %|alv-%|cota tva|sazba dph|aliq`,
  tax_amount: `vat amount|tax amount|gst amount|importe iva|mwst betrag|montant tva|btw bedrag|valor iva|kwota vat|v. icms|v.icms|valor icms|icms`,
  discount: `adjust|descuento recargo|rabatt %|discount %|disc|disc.|disc %|descuento|dto|dto.|rabatt|remise|sconto|korting|desconto|desc|sleva|alennus|ale|rabat`,
  product_code: `art-nr-lieferant|art-nr-kunde|art.-nr. lieferant|art.-nr. kunde|art-nr|lieferanten-nr|supplier item no|supplier code|vendor item|gtin|gtin/ean|ean|ean-code|barcode|sku|code|item code|product code|item no|item number|part no|part number|item #|article no|ref|reference|model|hsn|hsn/sac|hsn code|item id|product id|prod code|stock code|sac|
    codigo|clave|referencia|cod|cod.|codigo producto|clave prod|clave prodserv|clave producto|
    artikelnummer|artikel-nr|art.-nr|art-nr|artikelnr|art. nr|art.nr|artikel nr|
    reference|ref.|code article|codice|artikelcode|codigo produto|cod. prod|ncm|ncm/sh|cod. produto|no de identificacion|clave del producto y/o servicio`,
  position: `#|no|no.|pos|pos.|nr|nr.|line|sl|s.no|sr|sr.no|sl no|sno|lp|lp.|n|item no.|sr no|s no|s/n`,
  other: `fee earner|timekeeper|initials|lote|lot|batch|caducidad|expiry|ablaufdatum|mhd|ziffer|goz|gop|mitarbeiter|periode|duree|date|fecha|datum|period|periodo|zeitraum|cst|cfop|warranty|garantie|levertijd|gtu|pkwiu|type|status|order`,
}

interface Heading {
  readonly kind: ColumnKind
  readonly words: readonly string[]
}

export const headingsByFirstWord: ReadonlyMap<string, readonly Heading[]> = index()

function index(): Map<string, Heading[]> {
  const byFirst = new Map<string, Heading[]>()
  for (const [kind, text] of Object.entries(headings) as [ColumnKind, string][])
    for (const phrase of text.split('|')) {
      const words = foldPhrase(phrase).split(' ')
      const first = words[0]
      if (first === undefined || first === '') continue
      byFirst.set(first, [...(byFirst.get(first) ?? []), { kind, words }])
    }
  for (const list of byFirst.values()) list.sort((left, right) => right.words.length - left.words.length)
  return byFirst
}
