import { foldPhrase } from './fold'

/** What a label on a page announces. Kinds that are no field of ours keep their values from being taken for one. */
export type LabelKind =
  | 'invoice_number'
  | 'other_number'
  | 'issue_date'
  | 'due_date'
  | 'other_date'
  | 'net_total'
  | 'tax_total'
  | 'withheld_total'
  | 'grand_total'
  | 'payable'
  | 'deduction'
  | 'prepaid'
  | 'surcharge'
  | 'other_amount'
  | 'seller'
  | 'buyer'
  | 'other_party'
  | 'name'
  | 'tax_id'
  | 'currency'
  | 'uuid'

/** How surely the phrase means its kind: plain, usual, or only where nothing better is found. */
export type LabelStrength = 'strong' | 'usual' | 'weak'

const phrases: Readonly<Record<LabelKind, Partial<Record<LabelStrength, string>>>> = {
  invoice_number: {
    strong: `sammelabrechnung|sammelrechnung nr|monatsabrechnung|abrechnung nr|abrechnungs-nr|abrechnungsnummer|no liquidacion|n liquidacion|numero de liquidacion|notanummer|nota nr|vat invoice no|vat invoice number|tax invoice #|tax invoice number|sales invoice no|commercial invoice no|billing number|e-invoice no|no fra|n fra|fra no|fra n|num fra|fact no|fact n|no doc|n doc|nro doc|num doc|no documento|num documento|n. documento|factura de venta no|factura electronica no|factura electronica de venta no|factura electronica n|boleta no|boleta electronica no|codigo de factura|faktura-nr|fakturanummer|fakturanr|faktura-nummer|re.-nr|re nr|re.nr|dok-nr|dok.-nr|dokument-nr|dokument nr|dokumenten-nr|quittung nr|quittungsnummer|bonnummer|bonnr|honorarnoten-nr|no de piece|no piece|numero de piece|no document|no de document|recu no|recu n|no recu|no de recu|note no|doc. n|doc n|nr doc|nr. doc|n. doc|num. doc|numero doc|ft n|ft. n|fatt n|fatt. n|n. fatt|ricevuta n|ricevuta nr|documento nr|documento n|preavviso di parcella n|avviso di parcella n|documentnummer|documentnr|factuurreferentie|factuur-id|creditnotanummer|creditnota nr|no fatura|no do documento|numero do documento|nf no|nota no|no nf|no da nota|no da nota fiscal|numero da nf|fatura simplificada no|nfcom no|nf3e no|nfs-e no|nfse no|ct-e no|pro number|pro no|pro #|freight bill no|freight bill number|freight bill #|folio|comp nro|comprobante nro|nro de comprobante|nro comprobante|no de comprobante|parcella n|parcella nr|note d'honoraires n|note d'honoraires no|honorarnote nr|honorarrechnung nr|no de recibo|no. de recibo|recibo no|recibo n|fatura-recibo n|fatura-recibo no|fatura/recibo n|fatura recibo n|fattura-ricevuta n|numero de recibo|facture-recu n|invoice/receipt no|folio number|beleg-nr|dokumentnummer|rechnung #|rechn.-nr|rechn.nr|rg-nr|rg.-nr|rg. nr|nr. rechnung|n. de facture|num. facture|facture num|avoir no|avoir n|numero avoir|numero d'avoir|no d'avoir|nota de credito no|num. de factura|n. factura|n. fattura|fattura n.|fattura nr|fattura num|numero della fattura|fattura numero|factuur-nummer|factuur #|n.o da fatura|fatura #|n. fatura|documento no|credit note #|credit memo #|gutschrift nr|gutschrift-nr|rechnungs-nummer|rechnung-nr|invoice nbr|inv. no|inv. number|invoice reference no|our invoice no|inv #|invoice ref #|invoice number|invoice no|invoice num|invoice nr|invoice #|invoice id|inv no|inv #|inv number|tax invoice no|bill number|bill no|bill #|
      receipt number|receipt no|receipt #|receipt id|credit note no|credit note number|credit memo no|statement number|statement no|quote number|quote no|quote #|
      numero de factura|numero factura|no de factura|no factura|factura no|factura n|factura numero|factura #|num factura|nro factura|nº de factura|folio factura|serie y folio|folio interno|serie/folio|
      rechnungsnummer|rechnungsnr|rechnungs-nr|rechnungs nr|rechnung nr|rechnung no|rechnung nummer|re-nr|belegnummer|beleg-nr|belegnr|bon-nr|gutschriftsnummer|
      numero de facture|no de facture|facture no|facture n|facture numero|n facture|no facture|n° facture|facture n°|numero facture|ref facture|reference facture|
      numero fattura|numero documento|fattura n|fattura no|fattura numero|n fattura|nr fattura|n documento|
      factuurnummer|factuurnr|factuur nr|factuur no|factuur nummer|
      numero da fatura|fatura no|fatura n|numero da nota|numero da nfs-e|numero da nota fiscal|numero da nfse|no da fatura|nota fiscal no|nf-e no|
      faktura c|faktura nr|faktura vat nr|faktura cislo|cislo faktury|danovy doklad c|numer faktury|laskun numero|laskunumero|laskunro|factura seria|nr factura`,
    usual: `cuenta de gastos|etat de frais et honoraires|etat d'honoraires|etat de frais|weeknota|maandnota|inv|fra|boleta|liquidation|doc|factura de venta|factura electronica|factura electronica de venta|fatura simplificada|factura simplificada|fattura accompagnatoria|fattura differita|fattura immediata|note de frais|note de debit|kassabon|n|parcella|notula|note d'honoraires|honorarnote|honorarrechnung|minuta de honorarios|fatura-recibo|fatura recibo|fatura/recibo|creditfactuur|proforma|handelsrechnung|avoir|gutschrift|credit note|credit memo|nota de credito|nota di credito|creditnota|factura rectificativa|schlussrechnung|abschlagsrechnung|teilrechnung|lasku nro|number|no|nr|numero|nummer|document no|document number|doc no|reference number|ref no|bill id|transaction no|transaction|trans no|trans|trans #|tr #|slip|slip no|doc num|document #|kode struk|no struk|chitanta|cash bill no|ticket no|ticket|tiket|check #|chk|order id|bon|n° piece|invoice|factura|facture|rechnung|factuur|faktura|fatura|fattura|lasku|tax invoice|receipt|documento|document|bill|doc #|
      numero de recibo|recibo no|numer|numero de documento|nro|num|invoice ref|invoice reference|sales invoice|#`,
    weak: `reference|ref|referencia|referenz|reference no|referentie|viite|id`,
  },
  other_number: {
    strong: `folio referencia|folio de referencia|folio relacionado|processado por programa certificado no|programa certificado no|membership no|membership number|mitgliedsnummer|mitglieds-nr|ur-nr|order ref|order reference|po ref|job ref|job reference|project ref|project reference|client ref|customer ref|customer reference|matter|client matter|client.matter|matter no|matter number|file no|pedimento|betreft factuur|betreft|betrifft|op factuur|credit voor factuur|zu rechnung|zur rechnung|zu rechnung nr|bezug rechnung|betrifft rechnung|a la facture|sur facture|concerne facture|annule facture|factura rectificada|factura que rectifica|rectifica a la factura|rif. fattura|riferimento fattura|credit for invoice|refers to invoice|against invoice|ref. fatura|mietvertrag|poliza|policy no|policy number|police|polizza|zahlernummer|meter number|contador|matricola|booking reference|booking no|ticket number|reservation|codice cliente|verbrauchsstelle|referencia de contrato|n contrato|contrato n|billing id|permit no|ref. marche|ref marche|reference marche|marche|reference acheteur|referenz des kaufers|leitweg-id|buchungsreferenz|kostenstelle|nummer des kaufers|buyer reference|weitere referenz|facture liee|facture d'origine|facture associee|no de facture associee|votre commande|numero de bon de commande|bon de commande|no bon de commande|bon de livraison|no bon de livraison|lieferschein-nr|lieferscheinnr|auftragsnr|auftrag-nr|auftrags-nr.|ihre bestellung|bestellung nr|vertrags-nr|vertragsnr|vertrag|projekt-nr|projektnummer|ust-nr|gln|ean|gtin|steuernr|lief-nr|lieferanten-nr|lieferantennummer|referenz|your order|your reference|our reference|your ref|our ref|related invoice|original invoice|contract no|contract number|project number|quote ref|vostro ordine|numero ordine|ordine numero|n. ordine|codice cliente|cod. cliente|bolla|ddt|uw referentie|onze referentie|uw kenmerk|offertenummer|projectnummer|encomenda|encomenda no|n. cliente|cod. cliente|vossa referencia|contrato|numero de contrato|su pedido|su referencia|nuestra referencia|albaran|no albaran|registered no|company reg no|company number|company no|registration number|reg no|siret no|rcs paris|capital|codice univoco|rea|order number|order no|order #|order id no|sales order|so number|po number|po no|po #|p.o|p.o #|p.o. number|purchase order|purchase order number|po|customer number|customer no|customer #|customer id|client number|client no|client id|account number|account no|account #|acct no|acct #|account|cust no|member no|phone|tel|telephone|fax|mobile|iban|bic|swift|cvr|sort code|routing number|bank account|zip|postcode|job no|project no|delivery note|delivery note no|quotation no|ship no|tracking no|table|tbl|server|station|terminal|terminal id|till|pos|batch|auth code|approval code|merchant id|card|card number|cashier|cashier no|clerk|store|store no|reg|register|aid|tid|mid|guest|guests|seat|
      numero de pedido|no de pedido|pedido|orden de compra|numero de cliente|no cliente|cliente no|codigo cliente|telefono|tfno|no de serie del certificado|no de serie del certificado del sat|no certificado|no de certificado|certificado|numero de certificado|serie del certificado|cuenta|numero de cuenta|clabe|codigo postal|c.p|cp|
      kundennummer|kunden-nr|kundennr|kunden nr|auftragsnummer|auftrags-nr|bestellnummer|bestell-nr|lieferschein|lieferscheinnummer|telefon|konto|kontonummer|konto-nr|steuer-id|handelsregister|hrb|filiale|kasse|markt|ta-nr|tan|trace-nr|vertragsnummer|
      numero de client|no client|n client|numero client|no de commande|numero de commande|commande no|telephone|rcs|siren|siret|code client|reference client|votre reference|compte|numero de compte|numero de contrat|contrat|no abonne|identifiant|
      numero cliente|codice cliente|ordine n|conto|
      klantnummer|klantnr|ordernummer|bestelnummer|debiteurnummer|debiteurnr|telefoon|kvk|rekeningnummer|bestelling|
      numero do pedido|codigo do cliente|telefone|inscricao estadual|inscricao municipal|chave de acesso|protocolo|conta|
      cislo uctu|asiakasnumero|y-tunnus|viitenumero|numer konta|regon|krs|variabilni symbol`,
    usual: `order|pedido|bestellung|commande|ordine|cliente|abonnement|serial number|version|page|pagina|seite|pag`,
  },
  issue_date: {
    strong: `invoiced on|billed on|bill issued|date of bill|date invoiced|invoice date/tax point|date/tax point|claim date|generated on|date generated|fecha fra|f. factura|f. expedicion|fecha de exped|emitida|fecha de facturacion|fecha comprobante|fecha de generacion|fecha y hora de generacion|f. emis|emision|emissao|data emis|data emiss|data fatt|emessa il|emesso il|emitida a|edite le|date d'edition|etabli le|etablie le|emission|emis le|date piece|date de piece|date document|date du document|facture le|fakturadatum|rechnungsdat|erstelldatum|erstellungsdatum|dokumentdatum|dokumentendatum|rg.-dat|opgemaakt|opgemaakt op|facturatiedatum|documentdatum|dagtekening|raised|raised on|date raised|dated on|date of invoicing|invoice issued|issued at|rechnung vom|beleg-datum|belegdatum|datum der rechnung|re-datum|rg-datum|rechn.-datum|erstellt am|ausgestellt am|date emission|date d'etablissement|date de l'avoir|emise|facture emise le|facture en date du|data della fattura|data doc|del documento|datum factuur|datum van uitgifte|uitgiftedatum|data do documento|data fatura|emitido em|fecha emis|fecha exp|fecha de emision de la factura|f. emision|fecha doc|fecha documento|invoice date|date of issue|issue date|issued|issued on|date issued|bill date|billing date|invoice dated|document date|receipt date|statement date|tax point|tax date|date of invoice|
      fecha de factura|fecha factura|fecha de emision|fecha emision|fecha de expedicion|fecha y hora de emision|fecha de comprobante|emitida el|fecha de la factura|fecha/hora de emision|lugar y fecha de expedicion|
      rechnungsdatum|ausstellungsdatum|belegdatum|
      date de facture|date de facturation|date facture|date d'emission|date de la facture|facture du|emise le|
      data fattura|data di emissione|data documento|data emissione|
      factuurdatum|
      data de emissao|data emissao|data da fatura|data da emissao|emitida em|data e hora da emissao da nfs-e|data e hora da emissao|data da nota|
      datum vystaveni|data wystawienia|paivays|laskun paivays|data facturii`,
    usual: `date|fecha|datum|data|date/time|date time|dato|dated|date & time|fecha y hora|pvm|inv date|bill dt|invoice dt`,
    weak: `created|created on|printed on`,
  },
  due_date: {
    strong: `fin plazo voluntario|fin de plazo voluntario|fin periodo voluntario|fin de periodo voluntario|incasso op|incassodatum|fecha de vto. para el pago|fecha de vto para el pago|vto. para el pago|vto para el pago|fecha de vencimiento para el pago|fecha de cobro|fecha de cargo|f. vto|vto. pago|fecha limite pago|lastschrift zum|abbuchung zum|einzug am|einzug zum|date de prelevement prevue|scad|scad.|data scad|termine di pagamento|afschrijving op|data venc|venc|dt. venc|dt venc|debito em|data limite|settle by|payment is due|payment is due by|renewal due|premium due|a verser avant le|a verser pour le|einzahlbar bis|vencimientos|vencimentos|echeances|falligkeiten|limite de pago|fecha tope|pago antes de|scadenze|scadenza rata|delai de paiement|delai|payable avant|pagamento entro|betalen voor|te betalen voor|abbuchung am|fallig bis|zahlbar spatestens|payment required by|settlement date|payment by|date limite de paiement|ultimo dia de pago|a pagar hasta|payment due by|payment deadline|due for payment|falligkeitstermin|zahlung bis|zu zahlen bis|zahlbar zum|zahlung fallig am|fallig zum|falligkeit der zahlung|zahlungsfrist|zahlungstermin|date limite de reglement|reglement avant le|a regler au|echeance le|date de reglement|payable le|payable au plus tard le|scadenza pagamento|data scadenza pagamento|pagare entro|da pagare entro|entro il|betaling voor|te betalen uiterlijk|betalen uiterlijk|betaaltermijn tot|vencimento em|pagar ate|data limite de pagamento|limite de pagamento|pagamento ate|fecha de pago|fecha vto|f. vencimiento|fecha limite|vencimiento el|due date|payment due|payment due date|due on|due by|date due|pay by|payment date due|due|due before|payable by|please pay by|pay before|balance due by|
      fecha de vencimiento|vencimiento|fecha vencimiento|vence|vence el|fecha limite de pago|fecha de pago limite|pagar antes de|fecha de vto|fecha venc|vto|fecha vto|total due by|total amount due on|amount due by|amount due on|
      falligkeitsdatum|fallig am|fallig|zahlbar bis|zahlungsziel|faelligkeitsdatum|zahlbar bis zum|bis zum|falligkeit|
      date d'echeance|echeance|date echeance|a payer avant le|date limite de paiement|a regler avant le|payable avant le|date de prelevement|date limite|
      data scadenza|scadenza|data di scadenza|
      vervaldatum|vervaldag|uiterste betaaldatum|betalen voor|te betalen voor|verval datum|betaaldatum|
      data de vencimento|vencimento|data vencimento|
      datum splatnosti|splatnost|termin platnosci|payment term|invoice due date|payment until|payable on or before|bis spatestens|termin zaplaty|erapaiva|scadent`,
    usual: `automatically withdrawn on|direct debit on|abgebucht am|preleve le|prelevement le`,
  },
  other_date: {
    strong: `fecha de vto. de cae|fecha de vto de cae|vto. cae|vto cae|vto. de cae|vencimiento cae|vencimiento del cae|fecha vto. cae|fecha de inicio de actividades|inicio de actividades|periodo facturado desde|periodo facturado|referencia del periodo|mes de referencia|mes referencia|druckdatum|gedruckt am|imprime le|stampato il|afgedrukt op|impresso em|impreso el|entrada|salida|llegada|check-in|check-out|checkin|checkout|anreise|abreise|abholung|ruckgabe|arrivee|depart|arrivo|partenza|aankomst|vertrek|chegada|saida|booking date|efecto|inicio|contract date|mietbeginn|geb|geboren|date of birth|fecha de nacimiento|leistung vom|lettura|nachste ablesung|next reading|ablesedatum|delivery date|date of delivery|order date|date of order|ship date|service date|date of supply|supply date|period|billing period|service period|payment date|paid on|date paid|start date|end date|print date|birth date|check in|check out|arrival|departure|visit date|expiry date|valid until|expiration date|
      fecha de entrega|fecha de pedido|fecha pedido|periodo|fecha de pago|fecha y hora de certificacion|fecha de certificacion|fecha de operacion|
      lieferdatum|leistungsdatum|leistungszeitraum|bestelldatum|auftragsdatum|zeitraum|lieferzeitraum|
      date de livraison|date de commande|periode|date de prestation|
      data consegna|data ordine|periodo di riferimento|
      leverdatum|besteldatum|periode van|orderdatum|bestel datum|
      data de saida|data de entrega|data da saida|data de entrada|competencia da nfs-e|
      datum zdanitelneho plneni|duzp|data sprzedazy|toimituspaiva|data livrarii|data dostawy`,
  },
  net_total: {
    strong: `importe neto gravado|neto gravado|total bruto factura|total fees|total fee|total services|total neto gravado|total gravado|op. gravada|op. gravadas|valor venta|total valor de venta|goods & services|goods and services|total prestations|totale prestazioni|totale compensi|totale competenze|totale servizi|total honoraires|totaal diensten|summe leistungen|charge before tax|charges before tax|imponibile iva|base imponible iva|base iva|base imp|merchandise|merchandise total|total merchandise|goods total|total goods|prix ht|prix total ht net|total excluding vat|total excluding gst|total charges excluding vat|charges excluding vat|totale merce netto|incidencia total|totaal exclusief|totaal excl btw|leistungsstand netto|nettorechnungsbetrag|summe der leistungen|taxable value|total taxable value|prima neta|net premium|valor tributavel|importe neto total|mercadoria/servicos|net total amount|total net amount|invoice total net|total exclusive of tax|total exclusive of vat|total (excl. vat)|total (net)|net subtotal|total net of tax|amount excluding tax|net invoice amount|rechnungssumme netto|rechnungssumme ohne ust|rechnungssumme ohne mwst|gesamtbetrag (netto)|netto gesamt|netto-summe|summe ohne mwst|summe ohne ust|gesamt (netto)|positionssumme|warenwert|gesamtpreis netto|nettobetrag gesamt|nettosumme gesamt|nettoentgelt|entgelt netto|total net|total h.t.|montant net ht|total hors tva|total general ht|sous-total ht|sous total ht|montant total hors taxes|total ht net|total net hors taxes|totale imponibile netto|totale merce|imponibile totale|totale iva esclusa|netto totaal|totaal netto|subtotaal excl btw|bedrag exclusief btw|total s/ iva|total sem impostos|total iliquido|incidencia|total base imponible|base imponible total|importe base|total neto sin iva|total bruto|subtotal s/iva|subtotal|sub total|sub-total|net total|total net|net amount|total excluding tax|total excl tax|total excl vat|total excl. vat|total ex vat|amount excl vat|total before tax|total (excl. tax)|total without vat|net|taxable amount|total taxable|amount before tax|total discounted|total no tax|subtotal without vat|subtotal less discount|total sales (excluding gst)|total excl gst|total excl of gst|total excl. of gst|total amt excl. gst|total excluding gst|total (excluding gst)|total amt excl gst|sub total (excluding gst)|subtotal (excl. gst)|net sales|total vatable|vatable sales|
      base imponible|base|total sin iva|importe neto|neto|monto neto|total neto|subtotal sin iva|suma|importe sin iva|base gravable|subtotal antes de impuestos|
      nettobetrag|netto|summe netto|gesamt netto|zwischensumme|nettosumme|gesamtbetrag netto|gesamtsumme netto|total netto|netto betrag|summe (netto)|warenwert netto|rechnungsbetrag netto|gesamtnetto|
      total ht|montant ht|sous-total|sous total|total hors taxe|total hors taxes|montant hors taxe|total net ht|montant total ht|total (ht)|net ht|base ht|total h.t|
      imponibile|totale imponibile|totale netto|subtotale|totale parziale|
      subtotaal|totaal excl. btw|totaal excl btw|totaal exclusief btw|exclusief btw|bedrag excl. btw|netto bedrag|totaal exclusief|totaal excl|subtotaal excl. btw|totaal exclusief b.t.w|
      total sem iva|valor liquido|total liquido|base de calculo|total iliquido|subtotal liquido|valor total dos produtos|
      zaklad dane|celkem bez dph|wartosc netto|kwota netto|razem netto|suma netto|veroton|veroton hinta|veroton yhteensa|verottomat yhteensa|total fara tva|valoare`,
    usual: `summe|gesamt|total products`,
    weak: `amount|importe|montant|total|brutto|totaal|totale`,
  },
  tax_total: {
    strong: `i.g.v|igv|igv 18%|i.v.a. 19%|itbms|itbis|total igv|ivac|impuesto adicional|tps|tvq|tvh|qst|cuota r.e|recargo de equivalencia|cuota iva|imposta iva|total vat charged|total tax amount|vat charged|impuesto total|ipt|insurance premium tax|versicherungsteuer|assurantiebelasting|impuestos (ips)|tourist tax|occupancy tax|value added tax|total value added tax|total vat amount|vat due|tax amount total|total sales tax|output vat|summe umsatzsteuer|umsatzsteuer gesamt|ust. gesamt|gesamt ust|gesamt mwst|steuerbetrag gesamt|gesamtsteuer|steuer gesamt|zuzuglich umsatzsteuer|zuzuglich mwst|plus vat|plus mwst|mwst.-betrag|summe ust|enthaltene umsatzsteuer|darin enthaltene mwst|total mwst|summe steuer|steuersumme|total taxe|total de la tva|montant total tva|tva (20%)|total des taxes|totale imposta|totale imposte|imposta totale|totale i.v.a|btw-totaal|totaal btw bedrag|waarvan btw|total impostos|total de iva|iva total|total i.v.a|impuestos totales|importe del iva|total de impuestos|iva repercutido|tax|sales tax|total tax|tax total|vat|vat total|total vat|vat amount|tax amount|gst|gst total|total gst|gst amount|hst|pst|sgst|cgst|igst|estimated tax|taxes|state tax|local tax|city tax|room tax|total gst payable|gst payable|service tax|tax payable|total taxes|tax due|sst|add: gst|
      iva|total iva|importe iva|impuestos|total impuestos|i.v.a|total impuestos trasladados|impuestos trasladados|iva trasladado|cuota iva|cuota|monto iva|impuesto|igic|impuesto trasladado|total imp|total imp trasladados|iva importe|iva 16|ieps|
      mwst|ust|umsatzsteuer|mehrwertsteuer|mwst betrag|mwst-betrag|steuer|ust-betrag|umsatzsteuerbetrag|zzgl. mwst|zzgl. ust|zzgl umsatzsteuer|zzgl mwst|zzgl. umsatzsteuer|mwst gesamt|steuerbetrag|ust gesamt|summe mwst|zzgl ust|inkl. mwst|enthaltene mwst|gesetzliche mehrwertsteuer|zzgl. mehrwertsteuer|
      tva|total tva|montant tva|montant de la tva|taxes|t.v.a|dont tva|total t.v.a|tva totale|tva a 20|
      imposta|totale iva|importo iva|iva totale|
      btw|btw bedrag|btw-bedrag|totaal btw|bedrag btw|btw totaal|b.t.w|btw hoog|
      valor do iva|total do iva|imposto|montante de iva|
      dph|dan z pridane hodnoty|kwota vat|kwota podatku|podatek|podatek vat|suma vat|alv|arvonlisavero|total tva|celkem dph|ppn|pajak|pb1`,
    weak: `includes vat|including vat|incl. vat|included vat|includes tax|tax included`,
  },
  withheld_total: {
    strong: `retefuente|rete fuente|retencion en la fuente|rete en la fuente|reteiva|rete iva|reteica|rete ica|retencion de ganancias|retencion ganancias|retencion iibb|retencion de ica|detraccion|ret. fuente|ritenuta di acconto|rit. acconto|rit. d'acconto|r.a|cis deduction|cis deductions|less cis|cis tax deducted|cis tax|withholding|withholding tax|withheld|total withheld|retention|isr retenido|iva retenido|retenciones|total imp retenidos|total retenciones|total impuestos retenidos|impuestos retenidos|retencion isr|retencion iva|retencion|ret. isr|ret. iva|ret isr|ret iva|retencion irpf|irpf|isr|
      ritenuta|ritenuta d'acconto|retenue a la source|retencao|retencoes|irrf|total das retencoes federais|total das retencoes|total das retencoes (issqn / federais)|total de retencoes|issqn retido|iss retido|valor retido|quellensteuer|bronbelasting`,
  },
  grand_total: {
    strong: `total de la cuenta|total a ingresar|abbuchungsbetrag|automatisch af te schrijven|af te schrijven|total charged|total fees due|total new charges|total current charges|new charges|total incl|total ttc eur|total a regler|total a payer|total du|rechnungsendsumme|gesamtkosten|gesamtrechnungsbetrag|totale a pagare|totale da corrispondere|tot. documento|tot. fattura|tot documento|tot fattura|totale euro|totale eur|totaal te voldoen|factuurtotaal|eindbedrag|totaal eur|total fatura|valor da nota|valor final|importe factura|importe total a pagar|claim total|total claim|valor total do servico|valor total dos servicos|valor dos servicos|valor total da nota fiscal|total parcella|totale parcella|total a abonar|total cuenta|total this bill|total honoraires ttc|amount charged|rechnungstotal|totalbetrag|invoice value|total invoice value|importo fattura|totaal factuur|valor da fatura|prix ttc|prix total ttc|total recibo|total prima|total du sejour|importe recibo|sum due|total charges including vat|total inc. vat|rechnungsbetrag inkl. mwst|totale bolletta|facturacion del periodo|total bill|total premium|total fare|total chf|total gbp|gross total|gross total amount|total gross|invoice total gross|total payable amount|bruttosumme|rechnungssumme brutto|gesamtbetrag (brutto)|brutto gesamt|rechnungssumme inkl. mwst|rechnungssumme inkl. ust|gesamt (brutto)|total brutto|gesamtpreis brutto|bruttobetrag gesamt|rechnungsendbetrag|rechnungsbetrag brutto|gesamtbetrag inkl mwst|gesamtbetrag inkl umsatzsteuer|summe inkl. mwst|montant total ttc|montant total de la facture|total ttc a payer|total general ttc|total de la facture|totale da saldare|totale iva inclusa|totale (iva inclusa)|totale lordo|totaal bruto|bruto totaal|totaal inclusief b.t.w|te betalen totaal|total c/ iva|total com impostos|total documento|total a pagar (eur)|total factura (iva incluido)|importe total factura|total iva incl|total c/iva|total|grand total|invoice total|total amount|total invoice amount|total including tax|total incl tax|total incl vat|total incl. vat|total inc vat|total (incl. tax)|total with vat|total amount due|invoice amount|total invoice|gross amount|total gross|gross total|gross|amount total|total price|order total|total to pay|total usd|total eur|total in usd|total sales|total due|bill total|total for this invoice|kwota naleznosci ogolem|total due by|total amount due on|total sales inclusive of gst|total sales (inclusive of gst)|total sales inclusive gst|total inclusive gst|total incl gst|total incl of gst|total incl. of gst|total amt rounded|total inclusive of gst|round d total|rounded total|total rounded|total incl. gst|total including gst|nett total|net total incl gst|total payable|total charges|total bill|total amt payable|total amt incl gst|total amt incl. gst|total (inclusive of gst)|total sales (inclusive gst)|round total|total after adj incl gst|total round|total amount incl. vat|total with tax|total rm|total amount rm|total purchase|total cost|
      importe total|total factura|total a pagar|total con iva|monto total|total general|total iva incluido|gran total|suma total|total de la factura|total mxn|total m.n|total con impuestos|total euros|total eur|total €|total (eur)|
      gesamtbetrag|gesamtsumme|rechnungsbetrag|bruttobetrag|brutto|endbetrag|gesamt|summe|netto inkl mwst|netto inkl. mwst|somme a payer|summe brutto|total brutto|gesamt brutto|gesamtbetrag brutto|rechnungssumme|endsumme|gesamtbetrag inkl. mwst|summe (brutto)|total inkl. mwst|total inkl mwst|gesamtsumme brutto|gesamtbetrag inkl. ust|summe eur|betrag eur|
      total ttc|montant ttc|montant total|total toutes taxes comprises|total facture|montant total ttc|total general|total net a payer|total t.t.c|somme|total (ttc)|montant a prelever|montant facture|
      totale|totale fattura|totale documento|importo totale|totale complessivo|totale da pagare|totale ivato|totale generale|
      totaal|totaalbedrag|totaal incl. btw|totaal incl btw|totaal inclusief btw|factuurbedrag|totaal te betalen|eindtotaal|totaal bedrag|bedrag incl. btw|inclusief btw|totaal inclusief|
      total geral|valor total|total com iva|total da fatura|valor total da nota|total do documento|valor do servico|valor bruto|total da nota|
      celkem|celkem s dph|celkem k uhrade|razem|wartosc brutto|kwota brutto|kwota naleznosci|suma brutto|do zaplaty|razem do zaplaty|yhteensa|maksettava yhteensa|verollinen yhteensa|loppusumma|total plata|total de plata|total lei|total harga|total pembayaran`,
    usual: `paye|carte bancaire|tarjeta|kartenzahlung|bancomat|amount|importe|betrag|montant|importo|bedrag|valor|amount in usd|suma|charge|charges|total charge|value|ogolem|cash total|eftpos|maestro|visa|mastercard|credit card|cash sales|ec-cash|girocard`,
  },
  payable: {
    strong: `solde a verser|saldo a nuestro favor|saldo a cargo|amount now due|now due|amount now payable|payment due now|a votre debit|zu ihren lasten|saldo zu unseren gunsten|importe liquido|importo netto da pagare|da corrispondere|a verser|somme a verser|montant a verser|current payment due|payment due this period|net payment due|amount due this application|valor liquido|zu bezahlen|uberweisungsbetrag|da versare|saldo a pagare|montant a regler|a regler|solde du|liquido a pagar|balance to pay|net amount due|net due|due now|nachzahlung|restforderung|nachforderung|endgultig zu zahlen|importe a abonar|noch zu entrichten|restbetrag zu zahlen|a votre charge|saldo a pagar|a liquidar|montant preleve|wir buchen ab|due payable|payable amount|amount outstanding|total outstanding|zahlbetrag gesamt|offener rechnungsbetrag|verbleibender betrag|noch offen|falliger betrag|net a payer ttc|reste a regler|montant restant du|net a regler|importo da pagare|netto da pagare|totale dovuto|resta da pagare|openstaand saldo|nog te voldoen|restante a pagar|importe pendiente de pago|amount due|balance due|balance|amount payable|amount owing|total amount due|net payable|please pay|payable|amount to pay|balance owing|total balance due|current balance|new balance|total amount payable|to pay|outstanding|outstanding balance|remaining|amount owed|total due by|pay this amount|amount due (usd)|total owing|
      saldo|saldo pendiente|importe a pagar|a pagar|liquido a percibir|neto a pagar|importe pendiente|total pendiente|saldo por pagar|importe adeudado|total adeudado|
      zahlbetrag|zu zahlen|offener betrag|zu zahlender betrag|restbetrag|zahlungsbetrag|noch zu zahlen|
      net a payer|reste a payer|montant du|a payer|solde|solde a payer|montant a payer|reste du|
      da pagare|saldo dovuto|netto a pagare|importo dovuto|
      te betalen|openstaand|te betalen bedrag|openstaand bedrag|nog te betalen|te voldoen|
      valor a pagar|valor liquido da nfs-e|valor liquido da nota fiscal|total a pagar|
      k uhrade|maksettava|de plata|pozostalo do zaplaty`,
  },
  deduction: {
    strong: `valor total das deducoes|sconto totale|remise ht|remise commerciale|total remise|gesamtbetrag der abschlage|abschlag|discount|less discount|discounts|promotion|coupon|savings|voucher|
      descuento|descuentos|dto|bonificacion|rabatt|skonto|nachlass|sondernachlass|remise|reduction|rabais|sconto|korting|desconto|desconto comercial|sleva|alennus|rabat`,
    usual: `credits|reste`,
  },
  prepaid: {
    strong: `provisions recues|provision recue|menos anticipo|less previous certificates for payment|less previous certificates|less previous billings|provision de fondos|provision recibida|provisiones de fondos|fondo spese ricevuto|abzuglich geleistete abschlagszahlungen|abzuglich anzahlung|abzgl. abschlagszahlungen|acompte deja verse|sinal|anticipo recibido|previous payments|less previous payments|less payments received|pagamentos efetuados|bereits bezahlt|vorausbezahlter betrag|erhaltene anzahlungen|anzahlung|anzahlungen|abzgl. anzahlung|gezahlt|vorauszahlung|vorauszahlungen|abschlagszahlungen|geleistete abschlagszahlungen|geleistete abschlage|
      montant deja verse|deja verse|montant deja regle|deja regle|acompte|acomptes|acompte verse|acomptes verses|provisions versees|
      acconto|acconti|gia pagato|importo gia pagato|
      aanbetaling|reeds betaald|reeds voldaan|voorschot|voorschotten|
      ja pago|adiantamento|valor ja pago|
      amount already paid|less deposit|deposit paid|paid amount|deposit|prepaid|prepayment|advance|advance payment|down payment|
      ya pagado|a cuenta|anticipo|anticipos|pagos a cuenta|importe ya pagado`,
    usual: `paid|amount paid|payment received|payments|payments/credits|less payment|already paid|paid to date|pagado|bezahlt|paye|deja paye|pagato|betaald|pago`,
  },
  surcharge: {
    strong: `importe otros tributos|otros tributos|percepcion iibb|percepcion iva|percepciones|perc. iibb|perc iibb|percepcion iibb caba|ecotax|eco-participation|ecoparticipation|eco-part|contributo conai|contributo ambientale|recupel|auvibel|verwijderingsbijdrage|suplidos|gastos suplidos|spese anticipate|anticipazioni|spese esenti|rimborso spese|imposta di bollo|marca da bollo|bollo|debours|frais et debours|auslagen|disbursements|total disbursements|out-of-pocket expenses|reimbursable expenses|verschotten|onkosten|despesas reembolsaveis|pfand|consigne|statiegeld|service 10%|service 12%|service 12.5%|service 15%|gesamtbetrag der zuschlage|zuschlag|fracht|verpackung|frais de transport|frais divers|frais deplacement|spese di trasporto|trasporto e imballo|despesas de envio|portes e despesas|vracht|toeslag|eilzuschlag|small order fee|handling charge|shipping|shipping & handling|shipping and handling|s&h|freight|delivery|delivery fee|delivery charge|service charge|service fee|tip|gratuity|handling|postage|rounding|rounding adj|rounding adjustment|round adj|rounding adj.|rounding adjust|handling fee|surcharge|shipping cost|delivery cost|packaging|carriage|insurance|
      envio|gastos de envio|flete|portes|transporte|propina|seguro|redondeo|versand|versandkosten|porto|lieferkosten|trinkgeld|rundung|frais de port|livraison|port|frais de livraison|pourboire|arrondi|spedizione|spese di spedizione|trasporto|verzendkosten|verzending|bezorgkosten|afronding|frete|valor do frete|servico|zaokrouhleni|ongkir|ongkos kirim`,
  },
  other_amount: {
    strong: `balance to finish|balance to finish including retainage|total earned less retainage|total completed and stored to date|retainage|less retainage|capital de|capital social de|au capital|kapital|stammkapital|change|cash|tendered|cash tendered|amount tendered|change due|previous balance|prior balance|past due|opening balance|total items|total qty|total quantity|items|item count|number of items|points|total savings|you saved|minimum payment|credit limit|late fee|exchange rate|unit price|price|rate|per hour|hours|qty|quantity|credit card balance|amount received|balance forward|total hours|weight|capital|capital social|share capital|total discount|total saving|last payment|total de horas|
      cambio|efectivo|saldo anterior|precio|precio unitario|cantidad|tipo de cambio|total de articulos|recibido|entregado|capital social|
      ruckgeld|gegeben|bar|stuckpreis|einzelpreis|preis|menge|anzahl|stammkapital|geg. bar|
      rendu|especes|prix unitaire|prix|quantite|capital de|au capital de|solde anterieur|
      resto|contanti|prezzo|prezzo unitario|quantita|wisselgeld|contant|prijs|stuksprijs|aantal|troco|dinheiro|preco unitario|quantidade|valor unitario|valor aproximado dos tributos|kembali|tunai|
      base de calculo do icms|valor do icms|valor total do ipi|valor do ipi|valor do icms st|valor do pis|valor da cofins`,
  },
  seller: {
    strong: `emitida por|facture emise par|uitgegeven door|emessa da|ausgestellt von|titular de la cuenta|titulaire du compte|titolare del conto|your supplier|supplier details|seller details|seller information|rechnungsersteller|leistungserbringer|absender/rechnungssteller|dati fornitore|fornitore/cedente|cedente/prestatore|gegevens leverancier|dados do fornecedor|datos del proveedor|datos emisor|emisor de la factura|emetteur de la facture|vendu par|from|seller|vendor|supplier|sold by|issued by|bill from|billed from|invoice from|remit to|make checks payable to|payable to|pay to|make all checks payable to|payee|service provider|company name|merchant|invoice by|biller|owner|account holder|account name|beneficiary|please make checks payable to|
      emisor|vendedor|proveedor|emitido por|datos del emisor|datos del emisor de la factura|de|prestador|razon social del emisor|datos de la empresa|
      verkaufer|lieferant|absender|rechnungssteller|von|aussteller|zahlbar an|kontoinhaber|
      vendeur|fournisseur|emetteur|emis par|de la part de|prestataire|
      venditore|fornitore|cedente|emittente|mittente|intestatario|
      verkoper|leverancier|afzender|van|
      emitente|fornecedor|prestador de servicos|prestador do servico|emissor|emitente da nfs-e|prestador / fornecedor|
      dodavatel|sprzedawca|myyja|toimittaja|furnizor`,
  },
  buyer: {
    strong: `cargo a|sujeto pasivo|obligado tributario|obligado al pago|apellido y nombre / razon social|apellido y nombre o razon social|apellidos y nombre|adquiriente|cliente / receptor|razon social cliente|nombre o razon social del cliente|rechnungsempfanger/in|leistungsempfangerin|intestatario fattura|destinatario del servizio|gefactureerd aan|gefactureerde klant|faturado para|nome do cliente|client/acheteur|client final|debiteur|invoiced party|billed customer|maitre d'ouvrage|maitre de l'ouvrage|tomador de servicos|zahlbar durch|payable par|pagabile da|buyer (bill to)|tomador del seguro|titular del contrato|titular del suministro|client name and address|kaufer/leistungsempfanger|adresse du client|coordonnees client|informations client|client facture|adresse de facturation client|facture destinee a|dati cliente|dati del cliente|spett|destinatario fattura|gegevens klant|dados do cliente|cliente/comprador|exmo(s). sr(s)|exmo sr|exmos senhores|exmo.(s) sr.(s)|customer information|client information|billed party|invoicee|sold-to|sold-to party|bill-to party|invoice address|rechnung fur|rechnungsempfangerin|facturer|invoice recipient|leistungsempfanger|bill to|billed to|invoice to|invoiced to|sold to|customer|buyer|client|bill-to|billing address|billing to|customer name|client name|invoice for|to|charge to|invoice address|billing information|billing details|customer details|prepared for|recipient|issued to|purchaser|bill to address|billed to name|bill to name|insured name|patient name|patient|service for|services for|guest name|bill details|name of customer|customer address|invoice recipient|
      cliente|facturar a|facturado a|receptor|comprador|datos del cliente|para|senor|sr|senor(es)|senores|sr(es)|adquirente|datos del receptor|nombre del cliente|factura a|facturacion a|cobrar a|destinatario|razon social receptor|nombre receptor|
      kunde|rechnung an|rechnungsempfanger|rechnungsadresse|empfanger|rechnungsanschrift|herrn|herr|frau|firma|an|kundin|kaufer|
      client|facture a|factures a|facturer a|adresse a|adresse de facturation|destinataire|acheteur|adresse facturation|facturation|facture pour|titulaire du contrat|
      cliente|fatturare a|intestata a|spettabile|spett.le|destinatario|cessionario|acquirente|fatturato a|
      klant|factuuradres|factuur aan|aan|koper|afnemer|factuur voor|
      cliente|faturar a|destinatario|tomador|tomador de servicos|tomador do servico|adquirente|destinatario/remetente|destinatario / remetente|faturado a|tomador/adquirente|tomador / adquirente|
      odberatel|zakaznik|nabywca|kupujacy|asiakas|ostaja|laskutusosoite|cumparator|beneficiar|kepada|pelanggan`,
    usual: `pagador|pagatore|payeur|payer|principal|employer|subscriber|member|lessee|charterer|licensee|advertiser|exhibitor|importer|consumidor|usuario|suscriptor|deudor|socio|asociado|utente|abbonato|associato|debitore|abonne|adherent|redevable|donneur d'ordre|abonnent|nutzer|bezieher|gebuhrenschuldner|kostenschuldner|zahlungspflichtiger|lid|abonnee|debiteur|assinante|devedor|bauherr|bauherrschaft|committente|voor|pour|fur|m/s|asegurado|abonado|arrendatario|contratante|versicherungsnehmer|auftraggeber|mieter|souscripteur|preneur|locataire|contraente|assicurato|conduttore|verzekeringnemer|huurder|opdrachtgever|segurado|inquilino|tenant|policyholder|insured|passenger|hirer|party|bill address|receiver|account of|for`,
    weak: `titular|alla cortese attenzione|alla cortese attenzione di|alla c.a|alla c.a. di|c.a|c.att|a/a|ter attentie van|ter attentie|aan de directie|a l'attention|zu handen|zuhanden|for the attention of|fao|aos cuidados de|a l'attention de|all'attenzione di|attention|attn|t.a.v|tav|z.hd|zhd|a la atencion de|name`,
  },
  other_party: {
    strong: `expedie a|expediee a|expedier a|destinataire de la livraison|verzendadres|afleveradres|spedito a|destinazione merce|luogo di destinazione|local de entrega|versand an|consignee|consignee (ship to)|warenempfanger|abweichender warenempfanger|lieferempfanger|adresse livraison|livraison|contact client|votre contact|ihr ansprechpartner|your contact|contatto|referente|contatti|kontakt|kontaktperson|zustandig|ship to|ship-to|shipped to|deliver to|delivery address|shipping address|service address|shipping to|contact|prepared by|salesperson|sales person|sales rep|cashier|served by|approved by|signature|authorized signature|bank|bank name|property address|remittance address|served to|
      enviar a|direccion de envio|direccion de entrega|entregar en|vendedor/a|agente|comercial|banco|atendido por|
      lieferadresse|lieferanschrift|lieferung an|ansprechpartner|bearbeiter|sachbearbeiter|bankverbindung|
      adresse de livraison|livre a|livrer a|contact commercial|banque|
      indirizzo di consegna|spedire a|destinazione|banca|
      afleveradres|bezorgadres|leveradres|contactpersoon|
      endereco de entrega|transportador|transportador / volumes transportados|intermediario|
      dodaci adresa|odbiorca|toimitusosoite|banka`,
  },
  name: {
    strong: `name|company|business name|legal name|organisation|organization|full name|
      nombre|razon social|nombre o razon social|nombre fiscal|denominacion|nombre/razon social|nombre o razon social|nombre emisor|
      firmenname|unternehmen|nom|societe|raison sociale|nom / raison sociale|denominazione|ragione sociale|nome|naam|bedrijf|bedrijfsnaam|nome / razao social|nome/razao social|razao social|nome / nome empresarial|nombre / razon social|nazwa|nimi`,
  },
  tax_id: {
    strong: `c.f./p.iva|c.f. e p.iva|c.f. / p.iva|p.iva/c.f|p.iva / c.f|p.iva e c.f|p. iva / c.f|cod. fisc. e p. iva|cod. fisc. e p.iva|cod. fisc|cod.fisc|cod. fisc./p. iva|codice fiscale e partita iva|codice fiscale e p. iva|codice fiscale / partita iva|partita iva e codice fiscale|partita iva / codice fiscale|codice fiscale/partita iva|n. iva|rut cliente|n.i.t|nit/cc|cuit no|c.u.i.t|cnpj/mf|cnpj no|nif no|nif/nipc|vat/tax id|gst/hst|gst/hst no|gst/hst #|gst/hst number|hst no|hst #|hst number|hst registration no|qst no|tps no|tvq no|uid-nummer|uid-nr./mwst|ust.id|ust.-id-nummer|ust-identnummer|id tva|v.a.t. no|v.a.t. reg. no|vat registered no|ie vat no|tax reference|tax ref|n d'entreprise|no d'entreprise|numero d'entreprise|ondernemingsnummer|ondernemingsnr|ondernemings-nr|bce|kbo|bce/kbo|vat number|vat no|vat reg no|vat id|vat registration number|vat reg|vat registration no|tax id|tax id no|tax number|tax no|tax registration number|tin|ein|fein|abn|gst no|gst id|gst in|gst in no|gst reg no|gst registration no|gst id no|gstin|gstin/uin|gst number|vat #|tax reg no|tax id number|vat reg. no|vat registration|uid|uid-nr|company tax id|pan|pan no|pan/vat no|business number|gst reg. no|gst reg|gst reg #|eu oss vat|eu vat|federal tax id|trn|
      rfc|nif|cif|nif/cif|cif/nif|dni|nie|rut|r.u.t|r.f.c|c.i.f|n.i.f|ruc|nit|cuit|rfc emisor|rfc receptor|rfc del emisor|rfc del receptor|id fiscal|identificacion fiscal|numero de identificacion fiscal|nif-iva|
      ust-idnr|ust-id|ust-id-nr|ust.-idnr|ust.-id.-nr|umsatzsteuer-id|umsatzsteuer-identifikationsnummer|steuernummer|steuer-nr|st.-nr|steuernr|ustid|ust-id nr|mwst-nr|mwst nr|mwst-nummer|uid nummer|umsatzsteuer-id-nr|ust idnr|ust id nr|st-nr|ust-ident-nr|ust.-id|uid nr|
      numero de tva|n tva|no tva|tva intracommunautaire|no de tva|num tva|tva no|n° tva|numero tva|no tva intracommunautaire|tva intra|n° tva intracommunautaire|numero de tva intracommunautaire|identifiant tva|tva n|
      partita iva|p.iva|p. iva|p iva|codice fiscale|c.f|iva no|p.i|
      btw nummer|btw-nummer|btw nr|btw-nr|btw id|btw-id|btw-identificatienummer|btwnr|btw no|
      nipc|cnpj|cpf|contribuinte|numero de contribuinte|no contribuinte|cnpj / cpf|cnpj/cpf|cnpj / cpf / nif|nif do contribuinte|cpf/cnpj|cnpj/cpf/nif|
      dic|nip|vat-id|y-tunnus|alv-numero|alv nro|cui|cod fiscal|c.i.f|cod identificare fiscala|ice|npwp`,
    weak: `vat|gst|tva|btw|iva|mwst|ust|alv`,
  },
  currency: {
    strong: `currency|moneda|wahrung|devise|valuta|moeda|mena|waluta|valuutta|divisa`,
  },
  uuid: {
    strong: `folio fiscal|uuid|folio fiscal (uuid)|timbre fiscal uuid|folio del comprobante fiscal digital`,
  },
}

export interface LabelPhrase {
  readonly kind: LabelKind
  readonly strength: LabelStrength
  /** Folded words. */
  readonly words: readonly string[]
}

/** Every phrase, by its first word, longest first: the longest phrase on the page wins. */
export const labelsByFirstWord: ReadonlyMap<string, readonly LabelPhrase[]> = index()

/** Single long words, for headings whose letters are drawn apart. */
export const spacedLabels: ReadonlyMap<string, readonly LabelPhrase[]> = new Map(
  [...labelsByFirstWord].flatMap(([word, list]) => {
    const single = list.filter(phrase => phrase.words.length === 1 && word.length >= 6)
    return single.length > 0 ? [[word, single] as const] : []
  }),
)

function index(): Map<string, LabelPhrase[]> {
  const byFirst = new Map<string, LabelPhrase[]>()
  for (const [kind, strengths] of Object.entries(phrases) as [LabelKind, Partial<Record<LabelStrength, string>>][])
    for (const [strength, text] of Object.entries(strengths) as [LabelStrength, string][])
      for (const phrase of text.split('|')) {
        const words = foldPhrase(phrase).split(' ')
        const first = words[0]
        if (first === undefined || first === '') continue
        const list = byFirst.get(first) ?? []
        if (list.some(other => other.kind === kind && other.words.join(' ') === words.join(' '))) continue
        list.push({ kind, strength, words })
        byFirst.set(first, list)
      }
  for (const list of byFirst.values()) list.sort((left, right) => right.words.length - left.words.length)
  return byFirst
}
