import type { Json, JsonObject } from './json'

/** An answer that is not a success; handlers throw it. The four shapes are those of the real server. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly body: Json,
  ) {
    super(`answer ${status}`)
  }
}

export const businessRule = (type: string, message: string | null = null, status = 400, payload?: JsonObject) =>
  new Refusal(status, { errors: [{ statusCode: status, type, message, ...(payload ? { payload } : {}) }] })

export const bare = (status: number, message: string) => new Refusal(status, { statusCode: status, message })

export const framework = (status: number, message: string, error: string) =>
  new Refusal(status, { message, error, statusCode: status })

export const notFound = () => bare(404, 'NotFoundError')
/** What a database error looks like from outside. */
export const brokenInside = () => bare(500, 'Internal server error')

/** One field that failed validation. */
export interface Fault {
  readonly target: Json
  readonly value?: Json
  readonly property: string
  readonly children: Fault[]
  readonly constraints?: { [rule: string]: string }
}

export const invalid = (faults: readonly Fault[]) =>
  new Refusal(400, { message: faults as unknown as Json, error: 'Bad Request', statusCode: 400 })
