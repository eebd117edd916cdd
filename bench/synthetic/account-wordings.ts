import type { Language } from './languages'

/** What statements of account and reminders say. Lists are alternatives. */
export interface AccountWording {
  readonly statement: readonly string[]
  readonly reminder: readonly string[]
  /** What entries are called, before their number. */
  readonly entry: readonly string[]
  readonly payment: string
  readonly opening: string
  readonly columns: {
    readonly number: readonly string[]
    readonly date: string
    readonly due: string
    readonly amount: readonly string[]
    readonly debit: string
    readonly credit: string
    readonly balance: string
  }
  readonly owed: readonly string[]
  readonly ages: readonly string[]
  readonly asking: readonly string[]
  readonly fee: string
}

const list = (text: string) => text.split('|')

export const accountWordings: Readonly<Record<Language, AccountWording>> = {
  en: {
    statement: list('STATEMENT|Statement of account|Customer statement|ACCOUNT STATEMENT'),
    reminder: list('PAYMENT REMINDER|Reminder|Overdue notice|2nd reminder'),
    entry: list('Invoice|INV|Our invoice'),
    payment: 'Payment',
    opening: 'Balance forward',
    columns: {
      number: list('Invoice|Invoice no.|Document'),
      date: 'Date',
      due: 'Due date',
      amount: list('Amount|Invoice total'),
      debit: 'Debit',
      credit: 'Credit',
      balance: 'Balance',
    },
    owed: list('Total due|Amount due|Balance due|Total outstanding'),
    ages: list('Current|1-30 days|31-60 days|61-90 days|Over 90 days'),
    asking: list('The following invoices are still unpaid.|Please pay the overdue amount within 7 days.'),
    fee: 'Reminder fee',
  },
  es: {
    statement: list('ESTADO DE CUENTA|Estado de cuenta|Extracto de cuenta|Relación de facturas'),
    reminder: list('Recordatorio de pago|RECLAMACIÓN DE PAGO|Requerimiento de pago'),
    entry: list('Factura|Ntra. factura|Fra.'),
    payment: 'Cobro',
    opening: 'Saldo anterior',
    columns: {
      number: list('Nº factura|Factura|Documento'),
      date: 'Fecha',
      due: 'Vencimiento',
      amount: list('Importe|Total'),
      debit: 'Debe',
      credit: 'Haber',
      balance: 'Saldo',
    },
    owed: list('Total pendiente|Saldo pendiente|Total a pagar|Importe total'),
    ages: list('No vencido|1-30 días|31-60 días|61-90 días|Más de 90 días'),
    asking: list(
      'Le recordamos que siguen pendientes de pago las siguientes facturas.|Rogamos abonen el saldo en 7 días.',
    ),
    fee: 'Gastos de reclamación',
  },
  de: {
    statement: list('KONTOAUSZUG|Kontoauszug|Offene Posten|Saldenmitteilung'),
    reminder: list('Mahnung|1. Mahnung|2. Mahnung|Zahlungserinnerung|ZAHLUNGSERINNERUNG'),
    entry: list('Rechnung|Unsere Rechnung|RE'),
    payment: 'Zahlung',
    opening: 'Saldovortrag',
    columns: {
      number: list('Rechnung|Rechnungs-Nr.|Beleg'),
      date: 'Datum',
      due: 'Fällig am',
      amount: list('Betrag|Rechnungsbetrag'),
      debit: 'Soll',
      credit: 'Haben',
      balance: 'Saldo',
    },
    owed: list('Offener Betrag|Gesamtbetrag|Summe|Saldo'),
    ages: list('Nicht fällig|1-30 Tage|31-60 Tage|61-90 Tage|über 90 Tage'),
    asking: list('folgende Rechnungen sind noch offen.|Bitte überweisen Sie den fälligen Betrag umgehend.'),
    fee: 'Mahngebühr',
  },
  fr: {
    statement: list('RELEVÉ DE COMPTE|Relevé de compte|Relevé de factures|Relevé client'),
    reminder: list('Relance|RAPPEL DE PAIEMENT|Lettre de relance|Mise en demeure'),
    entry: list('Facture|Notre facture'),
    payment: 'Règlement',
    opening: 'Solde antérieur',
    columns: {
      number: list('N° facture|Facture|Pièce'),
      date: 'Date',
      due: 'Échéance',
      amount: list('Montant|Montant TTC'),
      debit: 'Débit',
      credit: 'Crédit',
      balance: 'Solde',
    },
    owed: list('Total dû|Solde à payer|Total à régler|Montant total'),
    ages: list('Non échu|1-30 jours|31-60 jours|61-90 jours|plus de 90 jours'),
    asking: list('Les factures suivantes restent impayées à ce jour.|Merci de régler ce montant sous huitaine.'),
    fee: 'Frais de relance',
  },
  it: {
    statement: list('ESTRATTO CONTO|Estratto conto|Estratto conto cliente'),
    reminder: list('Sollecito di pagamento|SOLLECITO DI PAGAMENTO|Sollecito'),
    entry: list('Fattura|Ns. fattura'),
    payment: 'Bonifico',
    opening: 'Saldo precedente',
    columns: {
      number: list('N. fattura|Fattura|Documento'),
      date: 'Data',
      due: 'Scadenza',
      amount: list('Importo|Totale'),
      debit: 'Dare',
      credit: 'Avere',
      balance: 'Saldo',
    },
    owed: list('Totale dovuto|Totale scaduto|Saldo|Totale'),
    ages: list('A scadere|1-30 giorni|31-60 giorni|61-90 giorni|oltre 90 giorni'),
    asking: list('Risultano ancora insolute le seguenti fatture.|Vi preghiamo di provvedere al pagamento.'),
    fee: 'Spese di sollecito',
  },
  nl: {
    statement: list('REKENINGOVERZICHT|Rekeningoverzicht|Openstaande posten|Openstaande facturen'),
    reminder: list('Betalingsherinnering|HERINNERING|Aanmaning|2e herinnering'),
    entry: list('Factuur|Onze factuur'),
    payment: 'Betaling',
    opening: 'Beginsaldo',
    columns: {
      number: list('Factuurnummer|Factuur|Document'),
      date: 'Datum',
      due: 'Vervaldatum',
      amount: list('Bedrag|Totaal'),
      debit: 'Debet',
      credit: 'Credit',
      balance: 'Saldo',
    },
    owed: list('Openstaand bedrag|Totaal openstaand|Te betalen|Totaal'),
    ages: list('Niet vervallen|1-30 dagen|31-60 dagen|61-90 dagen|meer dan 90 dagen'),
    asking: list('De volgende facturen staan nog open.|Wij verzoeken u het bedrag binnen 7 dagen te voldoen.'),
    fee: 'Aanmaningskosten',
  },
  pt: {
    statement: list('EXTRATO DE CONTA|Extrato de conta|Extrato'),
    reminder: list('Lembrete de pagamento|AVISO DE COBRANÇA'),
    entry: list('Fatura|Nossa fatura'),
    payment: 'Pagamento',
    opening: 'Saldo anterior',
    columns: {
      number: list('N.º fatura|Fatura|Documento'),
      date: 'Data',
      due: 'Vencimento',
      amount: list('Valor|Montante'),
      debit: 'Débito',
      credit: 'Crédito',
      balance: 'Saldo',
    },
    owed: list('Total em dívida|Total a pagar|Saldo|Valor total'),
    ages: list('A vencer|1-30 dias|31-60 dias|61-90 dias|mais de 90 dias'),
    asking: list('As seguintes faturas continuam por pagar.|Agradecemos o pagamento no prazo de 7 dias.'),
    fee: 'Despesas de cobrança',
  },
}
