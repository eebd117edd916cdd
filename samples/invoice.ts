import Big from 'big.js'

/** A made-up company. Its tax id has right check digits unless the sample is about a wrong one. */
export interface Party {
  readonly name: string
  readonly taxId: string
  readonly address: readonly string[]
  /** ISO 3166 alpha-2. */
  readonly country: string
  readonly contact?: string
}

export interface Item {
  readonly code: string
  readonly description: string
  readonly quantity: string
  readonly unit: string
  readonly unitPrice: string
  /** SAT ClaveProdServ. */
  readonly classification?: string
}

export interface PricedItem extends Item {
  readonly amount: string
  readonly tax: string
  readonly withheld: string
}

/** What a sample is made from. Rates in percent. */
export interface Order {
  readonly series?: string
  readonly folio: string
  readonly issueDate: string
  readonly dueDate: string
  readonly currency: string
  readonly seller: Party
  readonly buyer: Party
  readonly items: readonly Item[]
  readonly taxRate: string
  /** Percent of the net that the buyer withholds; as Mexican freight does with 4 % of IVA. */
  readonly withheldRate?: string
}

/** An order with its amounts, all with two decimals. Amounts may be overwritten to make a document contradict itself. */
export interface Invoice extends Omit<Order, 'items'> {
  readonly number: string
  readonly items: readonly PricedItem[]
  readonly net: string
  readonly tax: string
  readonly withheld: string
  readonly total: string
}

function rounded(amount: Big): string {
  return amount.round(2, Big.roundHalfUp).toFixed(2)
}

/** Works out the amounts of an order: tax per line, rounded there, as CFDI and most billing programs do. */
export function bill(order: Order): Invoice {
  const items = order.items.map(item => {
    const amount = rounded(new Big(item.quantity).times(item.unitPrice))
    const share = (rate: string) => rounded(new Big(amount).times(rate).div(100))
    return { ...item, amount, tax: share(order.taxRate), withheld: share(order.withheldRate ?? '0') }
  })
  const sum = (pick: (item: PricedItem) => string) =>
    rounded(items.reduce((total, item) => total.plus(pick(item)), new Big(0)))
  const [net, tax, withheld] = [sum(item => item.amount), sum(item => item.tax), sum(item => item.withheld)]
  return {
    ...order,
    number: `${order.series ?? ''}${order.folio}`,
    items,
    net,
    tax,
    withheld,
    total: rounded(new Big(net).plus(tax).minus(withheld)),
  }
}

/** "1234.5" as "1,234.50", "1.234,50" or "1 234,50" (with a no-break space). */
export function grouped(amount: string, style: 'en' | 'es' | 'fr'): string {
  const [whole = '0', fraction = '00'] = new Big(amount).toFixed(2).split('.')
  const separators = { en: [',', '.'], es: ['.', ','], fr: ['\u00a0', ','] } as const
  const [group, point] = separators[style]
  return `${whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)}${point}${fraction}`
}
