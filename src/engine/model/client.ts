import Anthropic from '@anthropic-ai/sdk'
import { ModelFailure } from './failures'
import { toModelFailure } from './sdk-failures'

type Request = Anthropic.MessageCreateParamsNonStreaming

export interface ModelClientOptions {
  readonly apiKey: string
  readonly address: string
  readonly fetch?: typeof globalThis.fetch
  /** Longest time for one answer, in milliseconds. */
  readonly timeoutMs: number
  /** Ends what is under way: the books are being closed. */
  readonly signal: AbortSignal
}

/** The one place that speaks to the vendor. Nothing is tried twice here; that is the lane's business. */
export interface ModelClient {
  /**
   * @returns whatever came back; `hear` says what it is worth
   * @throws ModelFailure
   */
  ask(request: Request): Promise<{ readonly message: unknown; readonly requestId: string | null }>
  /** Hands in many questions at half the price; answers may take a day. @returns the batch's id */
  submit(requests: readonly { readonly id: string; readonly request: Request }[]): Promise<string>
  /** @returns the answers by question id, null for one that got none; `undefined` while the batch is worked on */
  collect(batchId: string): Promise<ReadonlyMap<string, unknown> | undefined>
}

/**
 * @throws ModelFailure `model_key_missing` for an empty key, which the SDK would send as it is
 */
export function createModelClient({
  apiKey,
  address,
  fetch = globalThis.fetch,
  timeoutMs,
  signal,
}: ModelClientOptions): ModelClient {
  if (apiKey.trim() === '') throw new ModelFailure('model_key_missing', {}, 'user', { scope: 'lane' })
  forgetEnvironment()
  const client = new Anthropic({
    apiKey,
    baseURL: address,
    fetch,
    timeout: timeoutMs,
    maxRetries: 0,
    // The SDK's debug log would hold the document's text.
    logLevel: 'off',
    openTelemetry: false,
  })
  const within = () => ({ signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) })

  async function failing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (thrown) {
      throw toModelFailure(thrown)
    }
  }

  return {
    ask: request =>
      failing(async () => {
        const { data, request_id } = await client.messages.create(request, within()).withResponse()
        return { message: data, requestId: request_id ?? null }
      }),
    submit: requests =>
      failing(async () => {
        const batch = await client.messages.batches.create(
          { requests: requests.map(({ id, request }) => ({ custom_id: id, params: request })) },
          within(),
        )
        if (typeof batch !== 'object' || typeof batch.id !== 'string') throw new TypeError('no batch')
        return batch.id
      }),
    collect: batchId =>
      failing(async () => {
        const { processing_status: status } = await client.messages.batches.retrieve(batchId, {}, within())
        if (status !== 'ended') return undefined
        const answers = new Map<string, unknown>()
        for await (const { custom_id: id, result } of await client.messages.batches.results(batchId, {}, within())) {
          answers.set(id, result.type === 'succeeded' ? result.message : null)
        }
        return answers
      }),
  }
}

/** The SDK takes address, key, headers and log level from the environment: none of it may redirect an invoice. */
function forgetEnvironment(): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('ANTHROPIC_')) Reflect.deleteProperty(process.env, name)
  }
}
