import { expect, test } from 'vitest'
import { fittingLanguages } from '../../../../../src/engine/pipeline/read/ocr/choose-languages'

const usual = ['spa', 'eng'] as const
const words = (text: string) => text.split(' ')

test('a German invoice read with Spanish and English data is read again in German', () => {
  const read =
    'Rechnung Nr. 2041 Rechnungsdatum 17.03.2026 Menge Einzelpreis Betrag fiir die Lieferung von Ihre Bankverbindung'
  expect(fittingLanguages(words(read), usual)).toEqual(['deu'])
})

test.each([
  ['fra', 'Facture Date Désignation Quantité Prix unitaire Montant TVA Total TTC Merci de votre confiance'],
  ['ita', 'Fattura Data Descrizione Quantità Prezzo Importo Imponibile Aliquota IVA Scadenza Pagamento'],
  ['nld', 'Factuur Factuurdatum Omschrijving Aantal Prijs Bedrag BTW Totaal te betalen binnen 14 dagen'],
  ['por', 'Fatura Data Descrição Quantidade Preço Valor Imposto NIF Contribuinte Vencimento Morada'],
])('an invoice in %s is known by its common words', (language, read) => {
  expect(fittingLanguages(words(read), usual)).toEqual([language])
})

test('a Spanish or English invoice stays in the languages it was read in', () => {
  expect(fittingLanguages(words('Factura Fecha Cantidad Descripción Precio unitario Importe IVA Total'), usual)).toBe(
    usual,
  )
  expect(fittingLanguages(words('Invoice date Description Quantity Unit price Amount Total due'), usual)).toBe(usual)
})

test('a few words in another language, as in an address, do not change the language', () => {
  expect(fittingLanguages(words('Invoice date Description Total Rue de la Paix Paris'), usual)).toBe(usual)
  expect(fittingLanguages([], usual)).toBe(usual)
})
