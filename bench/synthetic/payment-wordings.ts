import type { Language } from './languages'

/** What invoices say about money that was paid before. Lists are alternatives. */
export interface PaymentWording {
  readonly paid: readonly string[]
  /** What is left to pay. */
  readonly left: readonly string[]
}

const list = (text: string) => text.split('|')

export const paymentWordings: Readonly<Record<Language, PaymentWording>> = {
  en: {
    paid: list('Deposit paid|Less deposit|Amount paid|Already paid|Prepayment'),
    left: list('Balance due|Amount due|Amount payable|Please pay'),
  },
  es: {
    paid: list('Anticipo|Pagado|A cuenta|Ya pagado|Pagos a cuenta'),
    left: list('Importe pendiente|Saldo pendiente|A pagar|Importe a pagar'),
  },
  de: {
    paid: list('Anzahlung|Bereits bezahlt|Erhaltene Anzahlungen|abzgl. Anzahlung|Geleistete Abschlagszahlungen'),
    left: list('Restbetrag|Zahlbetrag|Offener Betrag|Noch zu zahlen'),
  },
  fr: {
    paid: list('Acompte|Acompte versé|Déjà réglé|Montant déjà versé'),
    left: list('Net à payer|Reste à payer|Solde à payer|Montant à payer'),
  },
  it: {
    paid: list('Acconto|Acconti|Già pagato|Importo già pagato'),
    left: list('Netto a pagare|Da pagare|Importo da pagare|Resta da pagare'),
  },
  nl: {
    paid: list('Aanbetaling|Reeds betaald|Reeds voldaan|Voorschot'),
    left: list('Te betalen|Te voldoen|Nog te betalen|Openstaand bedrag'),
  },
  pt: {
    paid: list('Adiantamento|Já pago|Valor já pago|Sinal'),
    left: list('Valor a pagar|A pagar|Restante a pagar'),
  },
}

/** Between town and date at the head of a letter; empty where nothing stands between them. */
export const letterWordings: Readonly<Record<Language, readonly string[]>> = {
  en: [''],
  es: ['', 'a'],
  de: ['den', ''],
  fr: ['le'],
  it: ['', 'il', 'lì'],
  nl: ['', 'd.d.'],
  pt: ['', 'em'],
}
