import { typedPage } from './typed-page'

/** Hotels, flights, cars: charges by day, taxes by name, and often paid already. */
export const travel = [
  typedPage(
    `THE ALDER HOUSE HOTEL
480 Pine Street, Portland, OR 97204     Tel (503) 555-0142

Guest Folio
Guest Name        Marta Jensen                       Folio Number       48821
Company           Brightwater Consulting Inc         Room               412
Arrival           03/09/2026                         Invoice Date       03/11/2026
Departure         03/11/2026                         Rate               180.00

Date            Description                         Charges          Credits
03/09/2026      Room Charge                          180.00
03/09/2026      Occupancy Tax                         27.00
03/10/2026      Room Charge                          180.00
03/10/2026      Occupancy Tax                         27.00
03/10/2026      Restaurant                            46.00
03/11/2026      Visa xxxx-4410                                        460.00

                Total                                460.00           460.00
                Balance                                                 0.00

Thank you for staying with us.`,
    {
      name: 'hotel folio, paid',
      language: 'en',
      right: {
        invoice_number: '48821',
        issue_date: '2026-03-11',
        currency: ['USD', null],
        'seller.name': 'The Alder House Hotel',
        'buyer.name': ['Brightwater Consulting Inc', 'Marta Jensen'],
        grand_total: '460.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `HOTEL MIRADOR DEL TAJO                                                         FACTURA
Explotaciones Hoteleras Tajo, S.L.  ·  NIF B45330917                           H/26/00412
Ronda de las Cuevas 2, 45001 Toledo                                            18-03-2026

CLIENTE: Asesores Reunidos de Levante S.A.
NIF: A46118820     Avda. del Puerto 10, 46021 Valencia
Habitación: 205     Entrada: 16-03-2026     Salida: 18-03-2026

FECHA         CONCEPTO                    CANTIDAD      PRECIO       IMPORTE
16-03-2026    Alojamiento y desayuno             1      88,00          88,00
17-03-2026    Alojamiento y desayuno             1      88,00          88,00
17-03-2026    Restaurante                        2      22,00          44,00

BASE IMPONIBLE         % IVA         CUOTA IVA         TOTAL FACTURA
200,00                 10            20,00             220,00 EUR

Forma de pago: tarjeta     Precios con IVA incluido`,
    {
      name: 'hotel, totals side by side',
      language: 'es',
      right: {
        invoice_number: 'H/26/00412',
        issue_date: '2026-03-18',
        currency: 'EUR',
        'seller.name': ['Explotaciones Hoteleras Tajo, S.L.', 'Hotel Mirador del Tajo'],
        'seller.tax_id': 'B45330917',
        'buyer.name': 'Asesores Reunidos de Levante S.A.',
        net_total: '200.00',
        tax_total: '20.00',
        grand_total: '220.00',
      },
      lines: [
        ['Alojamiento y desayuno', '1', '88.00', '88.00'],
        ['Alojamiento y desayuno', '1', '88.00', '88.00'],
        ['Restaurante', '2', '22.00', '44.00'],
      ],
    },
  ),
  typedPage(
    `SkyNordic Airways Ltd                                               E-ticket receipt
VAT No. IE6388047V

Booking reference: KQ7T2M                     Issued: 02 Apr 2026
Ticket number: 117-2209845512                 Passenger: Mr Tomas Lind

Dublin (DUB) to Copenhagen (CPH)       SN 204       14 Apr 2026       07:10
Copenhagen (CPH) to Dublin (DUB)       SN 209       16 Apr 2026       18:45

Fare breakdown
Base fare                                         EUR 182.00
Carrier imposed charge                             EUR 24.00
Airport departure tax                              EUR 15.60
Passenger service charge                            EUR 8.40
Total                                             EUR 230.00
Paid by Mastercard ending 8821                    EUR 230.00`,
    {
      name: 'air ticket, taxes by name',
      language: 'en',
      right: {
        issue_date: '2026-04-02',
        currency: 'EUR',
        'seller.name': 'SkyNordic Airways Ltd',
        'seller.tax_id': 'IE6388047V',
        grand_total: '230.00',
      },
      lines: null,
    },
  ),
  typedPage(
    `                                                                      Hansekontor Autovermietung KG
                                                                      Hafenrand 77, 20457 Hamburg
Rechnung an:
Ingenieurbüro Lüders & Partner
Kieler Straße 210                                                     Rechnung-Nr.:   MV-60231
22525 Hamburg                                                         Datum:          23.01.2026
                                                                      Mietvertrag:    A-88120

Fahrzeug: Kombi, HH-AK 2210          Abholung: 19.01.2026 08:00          Rückgabe: 22.01.2026 17:30

  Anzahl    Bezeichnung                                 Einzelpreis     Gesamtpreis
  4 Tage    Grundmiete Gruppe C                            45,00 EUR       180,00 EUR
  4 Tage    Haftungsreduzierung                             9,50 EUR        38,00 EUR
  120 km    Mehrkilometer                                   0,15 EUR        18,00 EUR
  1 x       Betankungsservice                              14,00 EUR        14,00 EUR
                                                   -------------------------------
                                                   Zwischensumme           250,00 EUR
                                                   19% MwSt.                47,50 EUR
                                                   Endbetrag               297,50 EUR

USt-IdNr.: DE118533741      Steuernr. 42/700/01234      Kontokorrent: zahlbar bis 06.02.2026`,
    {
      name: 'hired car, seller on the right',
      language: 'de',
      right: {
        invoice_number: 'MV-60231',
        issue_date: '2026-01-23',
        due_date: '2026-02-06',
        currency: 'EUR',
        'seller.name': 'Hansekontor Autovermietung KG',
        'seller.tax_id': 'DE118533741',
        'buyer.name': 'Ingenieurbüro Lüders & Partner',
        net_total: '250.00',
        tax_total: '47.50',
        grand_total: '297.50',
      },
      lines: [
        ['Grundmiete Gruppe C', '4', '45.00', '180.00'],
        ['Haftungsreduzierung', '4', '9.50', '38.00'],
        ['Mehrkilometer', '120', '0.15', '18.00'],
        ['Betankungsservice', '1', '14.00', '14.00'],
      ],
    },
  ),
  typedPage(
    `Recibo da viagem
23 de março de 2026

Obrigado por viajar connosco, Inês

Total                                     12,30 €

Tarifa de viagem                           9,10 €
Taxa de reserva                            0,90 €
Subtotal                                  10,00 €
IVA (23%)                                  2,30 €

Pagamento
Visa ····7718                             12,30 €

Fatura-recibo n.º FR 2026/88120
Emitida por: Corridas do Tejo, Unipessoal Lda
NIF: 515228893     Rua da Prata 60, 1100-420 Lisboa
Cliente: Farol Estúdios Lda     NIF: 509118826`,
    {
      name: 'ride, total first',
      language: 'pt',
      right: {
        invoice_number: ['FR 2026/88120', '2026/88120'],
        issue_date: '2026-03-23',
        currency: 'EUR',
        'seller.name': 'Corridas do Tejo, Unipessoal Lda',
        'seller.tax_id': '515228893',
        'buyer.name': 'Farol Estúdios Lda',
        net_total: '10.00',
        tax_total: '2.30',
        grand_total: '12.30',
      },
      lines: null,
    },
  ),
]
