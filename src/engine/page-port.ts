import type { PortMessage } from '../shared/contract'
import { AppError, toErrorData } from '../shared/result'
import type { Engine } from './engine'

/**
 * Answers one message of a page's port. The preload sends them, but what they hold is the page's own choice: a message
 * that is no request at all is left unanswered, one that cannot be meant is refused.
 */
export async function answerPage(engine: Engine, message: unknown): Promise<PortMessage | null> {
  if (typeof message !== 'object' || message === null || !('id' in message)) return null
  const { id } = message
  if (typeof id !== 'number') return null
  if ('take' in message) {
    if (!isPaths(message.take)) return { id, reply: refused('take') }
    return { id, reply: await engine.take(message.take, 'drop') }
  }
  if (!('call' in message) || typeof message.call !== 'string') return { id, reply: refused('') }
  return { id, reply: await engine.call(message.call, 'input' in message ? message.input : {}) }
}

function isPaths(take: unknown): take is readonly string[] {
  return Array.isArray(take) && take.every(path => typeof path === 'string')
}

function refused(call: string) {
  return { ok: false, error: toErrorData(new AppError('invalid_input', { call }, 'never')) } as const
}
