import type { Department } from './concepts'
import type { Cues } from './cues'

const groupOf: Readonly<Record<Department, string>> = { selling: '602', administration: '603', plant: '604' }

/**
 * The account of a department for an account in the numbering of 601. Groups 603 and 604 have no commission-on-sales
 * and no card-commission account, so from .76 on their numbers are two less (SAT código agrupador).
 *
 * @returns the same code when it is not one of 601; the selling account where the department has none
 */
export function inDepartment(account: string, department: Department): string {
  if (!account.startsWith('601.')) return account
  const number = Number(account.slice(4))
  if (department === 'selling' || number === 74 || number === 75) return `602.${account.slice(4)}`
  return `${groupOf[department]}.${String(number >= 76 ? number - 2 : number).padStart(2, '0')}`
}

/** The same account in the numbering of 601: what 601 to 604 have in common. */
export function foldDepartment(account: string): string {
  if (account.startsWith('602.')) return `601.${account.slice(4)}`
  if (!/^60[34]\./.test(account)) return account
  const number = Number(account.slice(4))
  return `601.${String(number >= 74 ? number + 2 : number).padStart(2, '0')}`
}

/** Who bought it, as far as the words say; otherwise who usually does. */
export function departmentFor(usual: Department, cues: Cues): Department {
  if (cues.office) return 'administration'
  if (cues.plant) return 'plant'
  if (cues.selling) return 'selling'
  return usual
}
