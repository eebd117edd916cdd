import { typedPage } from './typed-page'

/** Invoices as firms of India, Australia and Singapore write them: goods and services tax split in two, or within the total. */
export const asiaPacific = [
  typedPage(
    `                                              TAX INVOICE                                    (Original for Recipient)
Shree Balaji Packaging Industries                        Invoice No.  SBP/25-26/1184        Dated  14-Feb-26
Plot 41, GIDC Vatva, Ahmedabad                           Delivery Note                      Mode/Terms of Payment  30 Days
GSTIN/UIN: 24AABCS1429B1Z5                               Supplier's Ref.                    Other Reference(s)
State Name : Gujarat, Code : 24                          Buyer's Order No.  NPL/PO/771      Dated  02-Feb-26

Buyer (Bill to)
Nirmal Pharma Pvt Ltd
2nd Floor, Ashram Road, Ahmedabad
GSTIN/UIN : 24AAECN4120K1ZP

Sl   Description of Goods                  HSN/SAC     Quantity        Rate    per        Amount
1    Corrugated box 5 ply 12x10x8          48191010    500 Nos        18.00    Nos      9,000.00
2    BOPP tape 48 mm                       39191000     60 Nos        50.00    Nos      3,000.00
     CGST @ 9%                                                          9 %             1,080.00
     SGST @ 9%                                                          9 %             1,080.00
     Total                                             560 Nos                        ₹ 14,160.00

Amount Chargeable (in words): INR Fourteen Thousand One Hundred Sixty Only

HSN/SAC           Taxable Value     CGST Rate    CGST Amount     SGST Rate    SGST Amount    Total Tax Amount
48191010               9,000.00            9%         810.00            9%         810.00            1,620.00
39191000               3,000.00            9%         270.00            9%         270.00              540.00
Total                 12,000.00                     1,080.00                     1,080.00            2,160.00

Declaration: We declare that this invoice shows the actual price of the goods described.`,
    {
      name: 'GST in two halves within the rows',
      language: 'en',
      right: {
        invoice_number: 'SBP/25-26/1184',
        issue_date: '2026-02-14',
        currency: 'INR',
        'seller.name': 'Shree Balaji Packaging Industries',
        'seller.tax_id': '24AABCS1429B1Z5',
        'buyer.name': 'Nirmal Pharma Pvt Ltd',
        net_total: '12000.00',
        tax_total: '2160.00',
        grand_total: '14160.00',
      },
      lines: [
        ['Corrugated box 5 ply 12x10x8', '500', '18.00', '9000.00'],
        ['BOPP tape 48 mm', '60', '50.00', '3000.00'],
      ],
    },
  ),
  typedPage(
    `Outback Signs & Graphics
ABN: 64 118 330 297                                             Tax Invoice 5518

Unit 4/19 Depot Road, Alice Springs NT 0870                     Issued        9 Mar 2026
hello@outbacksigns.example                                      Due           23 Mar 2026
                                                                Your ref      Ute fleet

To:  Red Centre Plumbing Pty Ltd
     PO Box 2210
     Alice Springs NT 0871

Details                                                  Qty          Rate           Total inc GST
Vehicle door decals, pair                                  4        132.00                  528.00
Tailgate lettering                                         4         55.00                  220.00

                                                     Total inc GST                         $748.00
                                                     GST included in total                  $68.00
                                                     Paid to date                            $0.00
                                                     Balance owing                         $748.00

EFT: BSB 085-933 Acc 11 482 2071`,
    {
      name: 'tax within the total, balance owing',
      language: 'en',
      right: {
        invoice_number: '5518',
        issue_date: '2026-03-09',
        due_date: '2026-03-23',
        currency: ['AUD', null],
        'seller.name': 'Outback Signs & Graphics',
        'seller.tax_id': '64118330297',
        'buyer.name': 'Red Centre Plumbing Pty Ltd',
        net_total: ['680.00', null],
        tax_total: '68.00',
        grand_total: '748.00',
      },
      lines: [
        ['Vehicle door decals, pair', '4', '132.00', '528.00'],
        ['Tailgate lettering', '4', '55.00', '220.00'],
      ],
    },
  ),
]
