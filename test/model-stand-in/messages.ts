// Answers in the shapes of the vendor's documentation.

export interface StandInAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** JSON unless it is text. */
  readonly body?: unknown
  /** How long to wait before answering, in milliseconds; Infinity: for ever. */
  readonly afterMs?: number
  /** Closes the connection: before answering, or in the middle of the body. */
  readonly cut?: 'before' | 'within'
}

const usage = {
  input_tokens: 1200,
  output_tokens: 40,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 900,
  cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
  inference_geo: null,
  output_tokens_details: { thinking_tokens: 12 },
  server_tool_use: null,
  service_tier: 'standard',
  speed: 'standard',
}

/** A whole answer; a thinking block comes first, as it may. */
export function message(text: string, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    model: 'claude-haiku-5-5',
    content: [
      { type: 'thinking', thinking: '', signature: 'sig' },
      { type: 'text', text, citations: null },
    ],
    stop_reason: 'end_turn',
    stop_sequence: null,
    stop_details: null,
    container: null,
    diagnostics: null,
    usage,
    ...changes,
  }
}

export function answer(value: unknown): StandInAnswer {
  return { body: message(JSON.stringify(value)) }
}

export const refusal: StandInAnswer = {
  body: message('', {
    content: [],
    stop_reason: 'refusal',
    stop_details: { type: 'refusal', category: 'general_harms', explanation: null },
  }),
}

export const cutShort: StandInAnswer = { body: message('{"values":[{"field":"gra', { stop_reason: 'max_tokens' }) }

/** An error in the vendor's envelope. */
export function failure(
  status: number,
  type: string,
  { headers = {}, code }: { headers?: Readonly<Record<string, string>>; code?: string } = {},
): StandInAnswer {
  const details = code === undefined ? {} : { details: { error_code: code } }
  return {
    status,
    headers,
    body: { type: 'error', error: { type, message: `it is ${type}`, ...details }, request_id: 'req_err' },
  }
}
