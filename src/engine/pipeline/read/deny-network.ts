import { Socket } from 'node:net'

/**
 * Makes every attempt of this process to open a connection fail. Libraries that would fetch a missing font or language file
 * fail plainly then, and no document can make us call anybody.
 */
export function denyNetwork(): void {
  const refuse = () => {
    throw new Error('documents are read without network')
  }
  Socket.prototype.connect = refuse
  globalThis.fetch = () => Promise.reject(new Error('documents are read without network'))
}
