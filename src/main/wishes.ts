import { app } from 'electron'
import { linkedDocument, readArguments, type Wishes } from './arguments'

/** Where what somebody outside wants is done, from the moment the window can do it. */
export type Fulfil = (wishes: Wishes) => void

/**
 * Listens to every way the system has of passing links and files: this program's command line, that of a second start,
 * and on a Mac events, which come before the app is ready.
 *
 * @returns says who does it; what came so far is done at once
 */
export function listenForWishes(): (fulfil: Fulfil) => void {
  const waiting: Wishes[] = [readArguments(ownWords(process.argv), process.cwd())]
  let fulfil: Fulfil = wishes => waiting.push(wishes)

  app.on('second-instance', (_event, words, folder) => fulfil(readArguments(ownWords(words), folder)))
  app.on('open-file', (event, file) => {
    event.preventDefault()
    fulfil({ documentId: null, files: [file] })
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    fulfil({ documentId: linkedDocument(link), files: [] })
  })
  // Linux and macOS take it from the package; the installer for Windows leaves it to the program.
  if (app.isPackaged && process.platform === 'win32') app.setAsDefaultProtocolClient('quittance')

  return to => {
    fulfil = to
    waiting.splice(0).forEach(to)
  }
}

/** A program that runs from a checkout is followed by the checkout's folder. */
function ownWords(words: readonly string[]): readonly string[] {
  const own = words.slice(1).filter(word => !word.startsWith('-'))
  return app.isPackaged ? own : own.slice(1)
}
