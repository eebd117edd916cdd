import { expect, test } from 'vitest'
import { z } from 'zod'
import { Period } from '../../src/shared/analytics'
import { calls } from '../../src/shared/contract'

type Schema = z.core.JSONSchema.BaseSchema

/** Whether a pattern holds a text to a length: it is anchored and repeats nothing without end. */
function isBoundedPattern(pattern: string): boolean {
  const bare = pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
  return bare.startsWith('^') && bare.endsWith('$') && !/[*+]|\{\d*,\}/.test(bare)
}

function patternsOf({ pattern, allOf }: Schema): string[] {
  return [pattern ?? [], (allOf ?? []).flatMap(part => patternsOf(part as Schema))].flat()
}

/** Places of a schema where a value of any length or size would be let in. */
function unboundedPlaces(schema: Schema, place: string): string[] {
  const within = (part: unknown, name: string) => unboundedPlaces(part as Schema, `${place}${name}`)
  const all = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  const alternatives = all.flatMap((part, index) => within(part, `|${index}`))
  if (all.length > 0) return alternatives
  if (schema.const !== undefined || schema.enum !== undefined) return []
  switch (schema.type) {
    case 'string': {
      return schema.maxLength !== undefined || patternsOf(schema).some(isBoundedPattern) ? [] : [place]
    }
    case 'number':
    case 'integer': {
      const isBelow = schema.maximum !== undefined || schema.exclusiveMaximum !== undefined
      const isAbove = schema.minimum !== undefined || schema.exclusiveMinimum !== undefined
      return isBelow && isAbove ? [] : [place]
    }
    case 'array':
      return [...(schema.maxItems === undefined ? [place] : []), ...within(schema.items ?? {}, '[]')]
    case 'object': {
      const open = schema.additionalProperties
      const keys = schema.propertyNames === undefined ? [] : within(schema.propertyNames, '.<key>')
      const named = Object.entries(schema.properties ?? {}).flatMap(([key, part]) => within(part, `.${key}`))
      const others = typeof open === 'object' ? within(open, '.*') : []
      return [...named, ...keys, ...others]
    }
    case 'boolean':
    case 'null':
      return []
    default:
      // Anything at all.
      return [place]
  }
}

test('every text, list and number that the window may send has a greatest length or size', () => {
  const places = Object.entries(calls).flatMap(([name, { input }]) =>
    unboundedPlaces(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any', reused: 'inline' }), name),
  )
  expect(places).toEqual([])
})

test('a text, a list, a number and a record without an end are each found', () => {
  const open = z.object({
    text: z.string(),
    pattern: z.string().regex(/^a+$/),
    list: z.array(z.boolean()),
    inside: z.object({ part: z.union([z.literal('a'), z.string()]) }).nullable(),
    amount: z.number().min(0),
    anything: z.unknown(),
    closed: z.string().max(3),
    named: z.record(z.enum(['a', 'b']), z.boolean()),
    free: z.record(z.string(), z.boolean()),
  })
  const places = unboundedPlaces(z.toJSONSchema(open, { io: 'input', unrepresentable: 'any' }), '')
  expect(places).toEqual(['.text', '.pattern', '.list', '.inside|0.part|1', '.amount', '.anything', '.free.<key>'])
})

test('a period up to the last day dates can write is refused: its parts were once counted without an end', () => {
  expect(Period.safeParse({ from: '2026-11-20', to: '9999-12-31' }).success).toBe(false)
  expect(Period.safeParse({ from: '0001-01-01', to: null }).success).toBe(false)
  expect(Period.safeParse({ from: '2026-01-01', to: '2026-12-31' }).success).toBe(true)
})
