import type { OcrLanguage } from '../../../../shared/settings'

/** Common words of invoices and sentences, folded (no accents), that tell the languages apart even when letters were misread. */
export const stopWords: Readonly<Record<OcrLanguage, string>> = {
  eng: 'the of and to for from with your you is at in on by this that invoice date total amount due number description quantity price tax bill please payment thank receipt cash change item items subtotal balance qty customer order address phone unit sales',
  spa: 'el la los las y de del en por para con que su es factura fecha cantidad precio importe iva cliente descripcion pago total subtotal numero domicilio calle nif rfc cif vencimiento folio unitario concepto impuestos condiciones telefono recibo',
  deu: 'der die das und mit fur nicht ist auf von zu wir sie ihre ihr bei bitte rechnung rechnungsnummer rechnungsdatum datum betrag mwst ust steuernummer zahlbar gesamtbetrag gesamt summe menge einzelpreis gmbh bankverbindung lieferung kunde kundennummer leistung netto brutto innerhalb tage tagen nr zzgl inkl pos seite',
  fra: 'le la les des du de et pour avec vous votre nous par sur est au en facture date montant tva total ttc ht quantite prix unitaire client reglement echeance adresse siret paiement numero designation remise rue periode merci',
  ita: 'il lo gli di della del dei per con che sono nel fattura importo totale imponibile iva partita quantita prezzo unitario codice fiscale data scadenza cliente pagamento sconto descrizione numero spett via aliquota bonifico',
  nld: 'de het een en van voor met op te bij niet wij uw binnen naar factuur factuurnummer factuurdatum datum btw aantal prijs bedrag totaal betalen dagen klant klantnummer omschrijving korting rekening kvk vervaldatum excl incl subtotaal artikel',
  por: 'o os as de da do dos das em para com nao que fatura valor quantidade preco nota fiscal data cliente pagamento desconto descricao total imposto nif contribuinte morada cnpj cpf rua endereco vencimento unidade serie emissao numero',
}
