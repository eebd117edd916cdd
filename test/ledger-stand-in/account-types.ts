/** [key, label, normal side, parent type, root type, counts as balance sheet, counts as profit and loss] */
type TypeRow = readonly [string, string, 'debit' | 'credit', string, string, boolean, boolean]

const rows: readonly TypeRow[] = [
  ['cash', 'Cash', 'debit', 'current-asset', 'asset', true, false],
  ['bank', 'Bank', 'debit', 'current-asset', 'asset', true, false],
  ['accounts-receivable', 'Accounts Receivable', 'debit', 'current-asset', 'asset', true, false],
  ['inventory', 'Inventory', 'debit', 'current-asset', 'asset', true, false],
  ['other-current-asset', 'Other Current Asset', 'debit', 'current-asset', 'asset', true, false],
  ['fixed-asset', 'Fixed Asset', 'debit', 'fixed-asset', 'asset', true, false],
  ['none-current-asset', 'Non-Current Asset', 'debit', 'fixed-asset', 'asset', true, false],
  ['accounts-payable', 'Accounts Payable', 'credit', 'current-liability', 'liability', true, false],
  ['credit-card', 'Credit Card', 'credit', 'current-liability', 'liability', true, false],
  ['tax-payable', 'Tax Payable', 'credit', 'current-liability', 'liability', true, false],
  ['other-current-liability', 'Other Current Liability', 'credit', 'current-liability', 'liability', false, true],
  ['long-term-liability', 'Long Term Liability', 'credit', 'long-term-liability', 'liability', false, true],
  ['non-current-liability', 'Non-Current Liability', 'credit', 'non-current-liability', 'liability', false, true],
  ['equity', 'Equity', 'credit', 'equity', 'equity', true, false],
  ['income', 'Income', 'credit', 'income', 'income', false, true],
  ['other-income', 'Other Income', 'credit', 'income', 'income', false, true],
  ['cost-of-goods-sold', 'Cost of Goods Sold', 'debit', 'expense', 'expense', false, true],
  ['expense', 'Expense', 'debit', 'expense', 'expense', false, true],
  ['other-expense', 'Other Expense', 'debit', 'expense', 'expense', false, true],
]

const withSeveralCurrencies = new Set(['cash', 'bank', 'credit-card'])

export function accountTypeList() {
  return rows.map(([key, label, normal, parent, root, balance, income]) => ({
    label,
    key,
    normal,
    parent_type: parent,
    root_type: root,
    ...(withSeveralCurrencies.has(key) ? { multi_currency: true } : {}),
    balance_sheet: balance,
    income_sheet: income,
  }))
}

export function accountType(key: string) {
  const row = rows.find(each => each[0] === key)
  if (!row) return undefined
  const [, label, normal, parent, root, balance, income] = row
  return { label, normal, parent, root, balance, income }
}
