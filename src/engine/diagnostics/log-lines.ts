import { readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** Lines at most, the newest: a bad hour, not a bad year. */
const mostLines = 2_000
const mostBytes = 512 * 1024

/** An identifier of the program: letters only, so neither a bill's number nor an amount. */
const name = /^[a-zA-Z]+([._-][a-zA-Z]+)*$/
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** A sentence of the program: small letters, and nothing that would be an amount, a number or an address. */
const sentence = /^[a-z ,;:’'“”()-]{1,120}$/

/** What may be told of a line: words by their form, numbers by their field. */
const forms: Readonly<Record<string, RegExp>> = {
  time: /^[\d:.TZ-]{10,30}$/,
  msg: sentence,
  documentId: id,
  job: id,
  call: /^[A-Z]{3,7} [a-z_/:-]{1,80}$/,
  code: name,
  step: name,
  state: name,
  what: name,
  kind: name,
  source: name,
  retry: name,
}
const numbers: ReadonlySet<string> = new Set([
  'level',
  'status',
  'ms',
  'attempt',
  'attempts',
  'writeAttempts',
  'port',
  'bytes',
  'page',
  'failures',
  'times',
  'waitMs',
])

/** The end of the log, each line made of what may be told; null where there is no log. */
export function toldLog(file: string): string | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    // An engine that could not even make its log says so on the screen.
    return null
  }
  const lines = text.split('\n').filter(line => line !== '')
  const told = lines.slice(-mostLines).map(toldLine)
  let bytes = 0
  const kept: string[] = []
  for (const line of told.reverse()) {
    bytes += line.length + 1
    if (bytes > mostBytes) break
    kept.push(line)
  }
  return kept.reverse().join('\n')
}

/** @param line one line of the log; what is no JSON object is only counted */
export function toldLine(line: string): string {
  const logged = parse(line)
  if (!logged) return '{"msg":"a line that cannot be read"}'
  const told: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(logged)) {
    const isTold = typeof value === 'string' ? forms[field]?.test(value) === true : numbers.has(field)
    if (isTold) told[field] = value
  }
  const error = logged['err']
  if (isObject(error)) told['err'] = toldError(error)
  return JSON.stringify(told)
}

/** Of an unforeseen error its class, its code and where it came from; its message may quote what it was about. */
function toldError({ type, code, stack }: Record<string, unknown>): Record<string, unknown> {
  const frames = typeof stack === 'string' ? stack.split('\n').flatMap(frameOf) : []
  return {
    ...(typeof type === 'string' && name.test(type) && { type }),
    ...(typeof code === 'string' && name.test(code) && { code }),
    frames,
  }
}

/** "at openStore (open.js:12:5)": where in the program, without the folders of this machine. */
function frameOf(line: string): string[] {
  const frame = /^\s+at (?:(?:async )?([\w.<>[\] ]{1,80}) )?\(?(.+?):(\d+):(\d+)\)?$/.exec(line)
  if (!frame) return []
  const [, called, file = '', row, column] = frame
  const at = `${basename(file)}:${row}:${column}`
  return /^[\w.:-]{1,120}$/.test(at) ? [called === undefined ? at : `${called} ${at}`] : []
}

function parse(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : null
  } catch {
    // Cut off by a crash.
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
