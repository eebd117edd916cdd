import {
  bookbinder,
  buyer,
  cloud,
  grocer,
  hauler,
  ironmonger,
  joiner,
  paperMill,
  printer,
  roaster,
  studio,
  weaver,
} from './companies'
import type { Invoice } from './invoice'
import { bill } from './invoice'

export const paper = bill({
  series: 'A',
  folio: '20481',
  issueDate: '2026-10-06',
  dueDate: '2026-11-05',
  currency: 'MXN',
  seller: paperMill,
  buyer,
  taxRate: '16',
  items: [
    {
      code: 'PB-75C',
      description: 'Papel bond carta 75 g, caja con 10 paquetes',
      quantity: '12',
      unit: 'XBX',
      unitPrice: '689.00',
      classification: '14111507',
    },
    {
      code: 'FOL-MC',
      description: 'Folder manila tamaño carta, paquete con 100',
      quantity: '8',
      unit: 'XPK',
      unitPrice: '214.50',
      classification: '44122011',
    },
    {
      code: 'TON-26A',
      description: 'Cartucho de tóner negro 26A',
      quantity: '3',
      unit: 'H87',
      unitPrice: '1459.90',
      classification: '44103103',
    },
  ],
})

export const freight = bill({
  series: 'CF',
  folio: '7730',
  issueDate: '2026-10-14',
  dueDate: '2026-10-29',
  currency: 'MXN',
  seller: hauler,
  buyer,
  taxRate: '16',
  withheldRate: '4',
  items: [
    {
      code: 'FL-GDL-MTY',
      description: 'Flete Guadalajara – Monterrey, caja seca 48 pies',
      quantity: '1',
      unit: 'E48',
      unitPrice: '28500.00',
      classification: '78101802',
    },
    {
      code: 'MAN-01',
      description: 'Maniobras de descarga',
      quantity: '2',
      unit: 'E48',
      unitPrice: '1250.00',
      classification: '78101803',
    },
  ],
})

const groceries = bill({
  series: 'F',
  folio: '11862',
  issueDate: '2026-10-20',
  dueDate: '2026-11-19',
  currency: 'MXN',
  seller: grocer,
  buyer,
  taxRate: '16',
  items: [
    {
      code: 'CAF-1K',
      description: 'Café tostado en grano, bolsa de 1 kg',
      quantity: '20',
      unit: 'KGM',
      unitPrice: '268.00',
      classification: '50201706',
    },
    {
      code: 'AGU-20',
      description: 'Agua purificada, garrafón de 20 l',
      quantity: '30',
      unit: 'H87',
      unitPrice: '52.00',
      classification: '50202301',
    },
  ],
})
/** Two digits of the total changed places: 8,027.20 is right. */
export const swapped: Invoice = { ...groceries, total: '8207.20' }

export const textile = bill({
  series: 'AL-2026-',
  folio: '0417',
  issueDate: '2026-09-28',
  dueDate: '2026-10-28',
  currency: 'EUR',
  seller: weaver,
  buyer,
  taxRate: '19',
  items: [
    { code: 'AK-60', description: 'Akustikvorhang grau, 6,0 m', quantity: '4', unit: 'C62', unitPrice: '318.50' },
    { code: 'MON-1', description: 'Montage und Anpassung', quantity: '6.5', unit: 'HUR', unitPrice: '64.00' },
  ],
})

export const coffee = bill({
  folio: '26-10377',
  issueDate: '2026-10-02',
  dueDate: '2026-10-16',
  currency: 'EUR',
  seller: roaster,
  buyer,
  taxRate: '9',
  items: [
    { code: 'HB-500', description: 'House blend, whole bean, 500 g', quantity: '48', unit: 'C62', unitPrice: '9.80' },
    { code: 'FILT-4', description: 'Paper filters No. 4, box of 100', quantity: '12', unit: 'C62', unitPrice: '3.15' },
  ],
})

export const binding = bill({
  series: 'RE-',
  folio: '26091',
  issueDate: '2026-10-09',
  dueDate: '2026-11-08',
  currency: 'EUR',
  seller: bookbinder,
  buyer,
  taxRate: '20',
  items: [
    {
      code: 'JB-A4',
      description: 'Jahresband A4, Leinen, mit Prägung',
      quantity: '25',
      unit: 'C62',
      unitPrice: '38.40',
    },
    { code: 'SCHUB', description: 'Schuber, bezogen', quantity: '25', unit: 'C62', unitPrice: '11.20' },
  ],
})

export const design = bill({
  series: 'AB-',
  folio: '2026-093',
  issueDate: '2026-10-12',
  dueDate: '2026-11-11',
  currency: 'EUR',
  seller: studio,
  buyer,
  taxRate: '20',
  items: [
    {
      code: 'ID-01',
      description: 'Identité visuelle, deuxième phase',
      quantity: '1',
      unit: 'C62',
      unitPrice: '2400.00',
    },
    {
      code: 'ILL-04',
      description: 'Illustrations pour le rapport annuel',
      quantity: '6',
      unit: 'C62',
      unitPrice: '185.00',
    },
    { code: 'CONS', description: 'Conseil, par heure', quantity: '4.5', unit: 'HUR', unitPrice: '90.00' },
  ],
})

export const hosting = bill({
  series: 'NCS-',
  folio: '118204',
  issueDate: '2026-11-01',
  dueDate: '2026-12-01',
  currency: 'USD',
  seller: cloud,
  buyer,
  taxRate: '0',
  items: [
    {
      code: 'VM-4',
      description: 'Virtual servers, 4 vCPU / 16 GB, October 2026',
      quantity: '6',
      unit: 'month',
      unitPrice: '84.00',
    },
    { code: 'BLK', description: 'Block storage, per 100 GB', quantity: '35', unit: 'unit', unitPrice: '7.90' },
    { code: 'BAK', description: 'Nightly backup, 30 days retention', quantity: '6', unit: 'month', unitPrice: '19.50' },
    { code: 'SUP', description: 'Business support plan', quantity: '1', unit: 'month', unitPrice: '150.00' },
  ],
})

const furniture = bill({
  series: '2026/',
  folio: '0158',
  issueDate: '2026-10-23',
  dueDate: '2026-11-22',
  currency: 'EUR',
  seller: joiner,
  buyer,
  taxRate: '21',
  items: [
    {
      code: 'ME-180',
      description: 'Mesa de reuniones en roble, 180 x 90 cm',
      quantity: '2',
      unit: 'ud.',
      unitPrice: '745.00',
    },
    {
      code: 'EST-5B',
      description: 'Estantería de cinco baldas a medida',
      quantity: '3',
      unit: 'ud.',
      unitPrice: '412.50',
    },
    { code: 'BAR', description: 'Barnizado y acabado mate', quantity: '11', unit: 'h', unitPrice: '38.00' },
  ],
})
/** The page prints a base and a total that its own lines do not give: one shelf too many was added up. */
export const contradiction: Invoice = { ...furniture, net: '3558.00', tax: '747.18', total: '4305.18' }

export const brochures = bill({
  series: 'HP',
  folio: '40926',
  issueDate: '2026-10-08',
  dueDate: '2026-11-07',
  currency: 'GBP',
  seller: printer,
  buyer,
  taxRate: '20',
  items: [
    { code: 'BR-A5', description: 'A5 brochure, 24 pages, stapled', quantity: '500', unit: 'pcs', unitPrice: '1.34' },
    { code: 'BC-350', description: 'Business cards 350 gsm, per 100', quantity: '12', unit: 'set', unitPrice: '18.50' },
    { code: 'DEL', description: 'Courier delivery', quantity: '1', unit: 'job', unitPrice: '46.00' },
  ],
})

export const tools = bill({
  series: 'T',
  folio: '5519',
  issueDate: '2026-10-30',
  dueDate: '2026-10-30',
  currency: 'MXN',
  seller: ironmonger,
  buyer,
  taxRate: '16',
  items: [
    { code: '1107', description: 'Taladro percutor 1/2"', quantity: '1', unit: 'PZA', unitPrice: '1849.00' },
    { code: '2210', description: 'Juego de brocas 19 pzas', quantity: '2', unit: 'PZA', unitPrice: '329.50' },
    { code: '4031', description: 'Cinta aislante negra', quantity: '10', unit: 'PZA', unitPrice: '24.90' },
    { code: '0902', description: 'Candado de latón 50 mm', quantity: '4', unit: 'PZA', unitPrice: '159.00' },
  ],
})
