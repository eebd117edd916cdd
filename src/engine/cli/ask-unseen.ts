import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks on standard error and shows nothing of what is typed; null where nobody sits at the terminal. */
export async function askUnseen(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null
  process.stderr.write(question)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const typing = createInterface({ input: process.stdin, output: unseen, terminal: true })
  try {
    return await typing.question('')
  } finally {
    typing.close()
    process.stderr.write('\n')
  }
}
