import fc from 'fast-check'
import { z } from 'zod'
import { calls, type CallName } from '../../src/shared/contract'

type Schema = z.core.JSONSchema.BaseSchema
type Json = fc.Arbitrary<unknown>

/** A message as a page that does not keep to the contract may send it. */
export interface HostileMessage {
  readonly call: unknown
  readonly input: unknown
}

/** Words of the books, so that some messages name what is really there. */
export interface Known {
  readonly ids: readonly string[]
}

/** What texts are made of that have broken other programs. */
const oddTexts = [
  '../../../../etc/passwd',
  '..\\..\\windows\\system32',
  '%2e%2e%2f',
  '\u0000',
  '\ud800',
  "'; DROP TABLE documents; --",
  '" OR 1=1 --',
  '%',
  '_',
  '*"NEAR(',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://127.0.0.1:9")',
  '{{constructor.constructor("return process")()}}',
  '__proto__',
  'toString',
  '\u202egpj.exe',
  '9'.repeat(400),
  'NaN',
  '1e309',
  '-0',
  '\n'.repeat(200),
] as const

/** Nobody listens there: a server that is connected refuses at once. */
const addresses = ['http://127.0.0.1:9', 'https://thief:password@127.0.0.1:9/a', 'file:///etc/passwd', 'javascript:1']

function texts(schema: Schema, known: Known): Json {
  const { minLength = 0, maxLength = 200, pattern, format } = schema
  if (format === 'uri') return fc.constantFrom(...addresses)
  if (format === 'date') return fc.constantFrom('2026-11-20', '2026-02-28', '1900-01-01', '0001-01-01', '9999-12-31')
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern))
  if (minLength === 36 && maxLength === 36) {
    return fc.oneof(fc.constantFrom(...known.ids), fc.uuid({ version: 7 }), fc.string({ minLength: 36, maxLength: 36 }))
  }
  const fits = oddTexts.filter(text => text.length >= minLength && text.length <= maxLength)
  const any = fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 60), unit: 'binary' })
  return fits.length === 0 ? any : fc.oneof(any, fc.constantFrom(...fits))
}

function lists(schema: Schema, known: Known): Json {
  const { minItems = 0, maxItems = 4 } = schema
  const longest = Math.min(maxItems, minItems + 4)
  return fc.array(valid((schema.items ?? {}) as Schema, known), { minLength: minItems, maxLength: longest })
}

function objects(schema: Schema, known: Known): Json {
  const properties = Object.entries(schema.properties ?? {})
  const model = Object.fromEntries(properties.map(([key, part]) => [key, valid(part as Schema, known)]))
  const open = schema.additionalProperties
  if (properties.length === 0 && typeof open === 'object') {
    const keys = valid((schema.propertyNames ?? { type: 'string', maxLength: 20 }) as Schema, known)
    return fc.dictionary(keys as fc.Arbitrary<string>, valid(open, known), { maxKeys: 4 })
  }
  return fc.record(model, { requiredKeys: (schema.required ?? []).filter(key => key in model) })
}

/** Values that a part of the contract lets in. */
function valid(schema: Schema, known: Known): Json {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (alternatives.length > 0) return fc.oneof(...alternatives.map(part => valid(part as Schema, known)))
  const { minimum = -1e9, maximum = 1e9 } = schema
  switch (schema.type) {
    case 'string':
      return texts(schema, known)
    case 'integer':
      return fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) })
    case 'number':
      return fc.double({ min: minimum, max: maximum, noNaN: true })
    case 'array':
      return lists(schema, known)
    case 'object':
      return objects(schema, known)
    case 'boolean':
      return fc.boolean()
    default:
      return fc.constant(null)
  }
}

/** A value where another was expected. */
const odd: Json = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, true, 0, -1, Number.NaN, Infinity, -0, 2 ** 53, 1n, '', [], {}),
  fc.constantFrom(...oddTexts),
  fc.constantFrom(new Date(Number.NaN), new Map([['a', 1]]), new Uint8Array(8), new Error('mine'), /x/),
  fc.constantFrom(
    JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
    JSON.parse('{"constructor":{"prototype":{"polluted":true}}}') as unknown,
  ),
  fc.constant(null).map(() => deep(2_000)),
  fc.constant(null).map(() => 'x'.repeat(300_000)),
  fc.constant(null).map(() => Array.from({ length: 20_000 }, () => 'x')),
)

function deep(levels: number): unknown {
  let value: unknown = 'bottom'
  for (let n = 0; n < levels; n++) value = n % 2 === 0 ? [value] : { value }
  return value
}

/** Puts something odd at one place of a value, leaves something out, or adds what was not asked for. */
function damaged(value: unknown, path: readonly number[], what: unknown, how: number): unknown {
  const [step, ...rest] = path
  if (step === undefined || typeof value !== 'object' || value === null) return what
  if (Array.isArray(value)) {
    if (value.length === 0) return [what]
    const at = step % value.length
    return value.map((part: unknown, index) => (index === at ? damaged(part, rest, what, how) : part))
  }
  const keys = Object.keys(value)
  const key = keys[step % Math.max(1, keys.length)]
  if (key === undefined || how === 0) return { ...value, extra: what, ['__proto__']: what }
  const { [key]: before, ...others } = value as Record<string, unknown>
  return how === 1 ? others : { ...others, [key]: damaged(before, rest, what, how) }
}

const notCalls: Json = fc.oneof(
  fc.constantFrom<unknown>('constructor', '__proto__', 'hasOwnProperty', 'toString', '', 'document', 'document.get '),
  fc.constantFrom<unknown>(undefined, null, 0, [], {}, ['document.get'], 'x'.repeat(300_000)),
  fc.string(),
)

/** Messages of every call: kept to, damaged, and of no call at all. */
export function hostileMessages(known: Known): fc.Arbitrary<HostileMessage> {
  const names = Object.keys(calls) as CallName[]
  const inputs = new Map(
    names.map(name => {
      const schema = z.toJSONSchema(calls[name].input, { io: 'input', unrepresentable: 'any', reused: 'inline' })
      return [name, valid(schema, known)] as const
    }),
  )
  const kept = fc.constantFrom(...names).chain(call => {
    const input = inputs.get(call) ?? fc.constant({})
    return input.map(value => ({ call, input: value }))
  })
  const path = fc.array(fc.nat({ max: 7 }), { maxLength: 4 })
  const broken = fc
    .tuple(kept, path, odd, fc.nat({ max: 3 }))
    .map(([message, at, what, how]) => ({ ...message, input: damaged(message.input, at, what, how) }))
  const none = fc.tuple(notCalls, odd).map(([call, input]) => ({ call, input }))
  return fc.oneof({ weight: 3, arbitrary: kept }, { weight: 6, arbitrary: broken }, { weight: 1, arbitrary: none })
}
