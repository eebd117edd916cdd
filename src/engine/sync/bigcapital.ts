import { awaitTurn, callServer, readTwice } from '../http/call-server'
import type { Server, ServerCall } from '../http/server'
import {
  AccountAnswer,
  AccountsAnswer,
  AppliedAnswer,
  BillAnswer,
  BillsAnswer,
  BranchesAnswer,
  CreatedAnswer,
  CreditAnswer,
  CreditsAnswer,
  ItemsAnswer,
  LocksAnswer,
  OrganizationAnswer,
  VendorAnswer,
  VendorsAnswer,
  type ItemAnswer,
} from './answers'
import type { LedgerRequest } from './bill-request'
import type { FilterRole, Ledger, NewAccount, Postings } from './ledger-port'
import { ServerFailure } from '../http/server-failure'
import { ledgerContractBroken } from './ledger-dialect'
import { z } from 'zod'

/** BigCapital's calls as far as `Ledger` needs them, each answer checked. */
export function createBigCapital(http: Server): Ledger {
  // The server closes idle connections after 5 s, so a reused one may be dead.
  const get = <T>(call: Omit<ServerCall, 'method'>, shape: z.ZodType<T>): Promise<T> =>
    readTwice(() => callServer(http, { method: 'GET', ...call }, shape))
  const post = <T>(route: string, body: unknown, shape: z.ZodType<T>): Promise<T> =>
    callServer(http, { method: 'POST', route, path: route, body }, shape)
  /** Calls that answer nothing when they succeed. */
  const done = async (call: ServerCall): Promise<void> => {
    await callServer(http, { ...call, isAnsweredEmpty: true }, z.null())
  }
  /** @returns undefined where the ledger knows no such id */
  const one = async <T>(resource: string, id: number, shape: z.ZodType<T>): Promise<T | undefined> => {
    try {
      return await get({ route: `/${resource}/:id`, path: `/${resource}/${id}` }, shape)
    } catch (thrown) {
      const type = thrown instanceof ServerFailure ? thrown.facts.type : undefined
      if (type === 'not_found' || type === 'BILL_NOT_FOUND' || type === 'VENDOR_CREDIT_NOT_FOUND') return undefined
      throw thrown
    }
  }
  const either = (roles: readonly FilterRole[]): string =>
    JSON.stringify(roles.map(({ field, value }) => ({ fieldKey: field, condition: 'or', comparator: 'equals', value })))

  return {
    organization: () => get({ route: '/organization/current', path: '/organization/current' }, OrganizationAnswer),

    accounts: async () =>
      (await get({ route: '/accounts', path: '/accounts', query: { structure: 'flat' } }, AccountsAnswer)).accounts,
    createAccount: (account: NewAccount) => post('/accounts', account, AccountAnswer),

    async itemsNamed(name: string): Promise<ItemAnswer[]> {
      const query = { search_keyword: name, page_size: '100' }
      const { items } = await get({ route: '/items', path: '/items', query }, ItemsAnswer)
      return items.filter(item => item.name === name)
    },
    createItem: (item: Readonly<Record<string, string | number | boolean>>) => post('/items', item, CreatedAnswer),

    vendor: (id: number) => one('vendors', id, VendorAnswer),
    async vendors(roles: readonly FilterRole[], kind: 'active' | 'inactive') {
      const query = {
        stringified_filter_roles: either(roles),
        page_size: '100',
        ...(kind === 'inactive' ? { inactive_mode: 'true' } : {}),
      }
      return (await get({ route: '/vendors', path: '/vendors', query }, VendorsAnswer)).vendors
    },
    createVendor: (vendor: Readonly<Record<string, string>>) => post('/vendors', vendor, VendorAnswer),
    deleteVendor: (id: number) => done({ method: 'DELETE', route: '/vendors/:id', path: `/vendors/${id}` }),
    async allVendors(kind: 'active' | 'inactive') {
      const found: VendorAnswer[] = []
      for (let page = 1; page <= 10; page++) {
        const query = {
          page: String(page),
          page_size: '1000',
          // By name, so that pages do not overlap.
          column_sort_by: 'display_name',
          sort_order: 'asc',
          ...(kind === 'inactive' ? { inactive_mode: 'true' } : {}),
        }
        const { vendors, pagination } = await get({ route: '/vendors', path: '/vendors', query }, VendorsAnswer)
        found.push(...vendors)
        if (found.length >= pagination.total || vendors.length === 0) return { vendors: found, isWhole: true }
      }
      return { vendors: found, isWhole: false }
    },

    createTaxRate: (rate: Readonly<Record<string, string | number | boolean>>) =>
      post('/tax-rates', rate, CreatedAnswer),
    deleteTaxRate: (id: number) => done({ method: 'DELETE', route: '/tax-rates/:id', path: `/tax-rates/${id}` }),

    bills: postings({ resource: 'bills', numberField: 'bill_number', one: BillAnswer, list: BillsAnswer }),
    vendorCredits: postings({
      resource: 'vendor-credits',
      numberField: 'credit_number',
      one: CreditAnswer,
      list: CreditsAnswer,
    }),
    createDraft: (bill: { readonly open: false } & Readonly<Record<string, unknown>>) =>
      post('/bills', bill, BillAnswer),
    openBill: (id: number) => done({ method: 'PATCH', route: '/bills/:id/open', path: `/bills/${id}/open` }),
    deleteBill: (id: number) => done({ method: 'DELETE', route: '/bills/:id', path: `/bills/${id}` }),
    putBill: (id: number, bill: LedgerRequest) =>
      callServer(http, { method: 'PUT', route: '/bills/:id', path: `/bills/${id}`, body: bill }, BillAnswer),

    appliedBills: (creditId: number) =>
      get(
        { route: '/vendor-credits/:id/applied-bills', path: `/vendor-credits/${creditId}/applied-bills` },
        AppliedAnswer,
      ),
    async applyCredit(creditId: number, billId: number, amount: number): Promise<void> {
      const body = { entries: [{ bill_id: billId, amount }] }
      const route = '/vendor-credits/:id/apply-to-bills'
      const path = `/vendor-credits/${creditId}/apply-to-bills`
      await done({ method: 'POST', route, path, body })
    },

    branches: () => get({ route: '/branches', path: '/branches' }, BranchesAnswer),
    locks: () => get({ route: '/transactions-locking', path: '/transactions-locking' }, LocksAnswer),
  }

  /** Bills and vendor credits differ in names only. */
  function postings(kind: {
    readonly resource: 'bills' | 'vendor-credits'
    readonly numberField: string
    readonly one: z.ZodType<BillAnswer>
    readonly list: z.ZodType<z.infer<typeof BillsAnswer>>
  }): Postings {
    const path = `/${kind.resource}`
    return {
      createCall: `POST ${path}`,
      numberField: kind.numberField,
      get: (id: number) => one(kind.resource, id, kind.one),
      async find(roles: readonly FilterRole[]): Promise<BillAnswer[]> {
        const query = { stringified_filter_roles: either(roles), page_size: '100' }
        const { bills, pagination } = await get({ route: path, path, query }, kind.list)
        // "Nothing found" must not be the guise of something else.
        if (bills.length !== Math.min(pagination.total, 100)) {
          throw ledgerContractBroken('GET')
        }
        return bills
      },
      page: (page: number, size: number) =>
        get(
          {
            route: path,
            path,
            query: { column_sort_by: kind.numberField, sort_order: 'asc', page: String(page), page_size: String(size) },
          },
          kind.list,
        ),
      create: (request: LedgerRequest) => post(path, request, kind.one),
      awaitTurn: () => awaitTurn(http, 'POST', path),
    }
  }
}
