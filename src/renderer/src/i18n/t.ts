import { IntlMessageFormat, type Formatters } from 'intl-messageformat'
import { create } from 'zustand'
import type { MessageParams } from '../../../shared/result'
import { createFormats, supportedLocale, type Formats } from './format'
import { isMessageKey, messages, type Language, type MessageKey } from './messages'

/** Everything a screen writes: sentences in the person's language, numbers and dates in the person's format. */
export interface Text extends Formats {
  readonly language: Language
  /** The sentence of a key that the compiler knows. Numbers among `params` choose plurals; text is shown as it is. */
  t(key: MessageKey, params?: MessageParams): string
  /**
   * The sentence of the first of these keys that exists, for keys made from data (`error.<code>`). The last one must be a
   * key that the compiler knows: raw keys never reach the screen.
   */
  firstOf(keys: readonly [...string[], MessageKey], params?: MessageParams): string
}

/**
 * The sentences of a language, compiled when first asked for. The language decides plurals; numbers inside a sentence are
 * written as those beside it, in the person's format.
 */
function sentencesOf(language: Language, formatLocale: string): (key: MessageKey) => IntlMessageFormat {
  const compiled = new Map<MessageKey, IntlMessageFormat>()
  const known = supportedLocale(formatLocale)
  const plain = new Intl.NumberFormat(known)
  const formatters: Formatters = {
    getNumberFormat: (_language, options) => (options ? new Intl.NumberFormat(known, options) : plain),
    getDateTimeFormat: (_language, options) => new Intl.DateTimeFormat(known, options),
    getPluralRules: (_language, options) => new Intl.PluralRules(language, options),
  }
  return key => {
    const made = compiled.get(key)
    if (made) return made
    const format = new IntlMessageFormat(messages[language][key], language, undefined, { ignoreTag: true, formatters })
    compiled.set(key, format)
    return format
  }
}

/** A sentence whose value is missing shows an ellipsis in its place; half a sentence helps more than none. */
function forgiving(params: MessageParams): MessageParams {
  return new Proxy(params, {
    has: () => true,
    get: (target, name) => (typeof name === 'string' ? (target[name] ?? '…') : undefined),
    getOwnPropertyDescriptor: (target, name) =>
      typeof name === 'string' ? { configurable: true, enumerable: true, value: target[name] ?? '…' } : undefined,
  })
}

/** @param formatLocale BCP 47 tag for numbers and dates */
export function createText(language: Language, formatLocale: string): Text {
  const sentence = sentencesOf(language, formatLocale)
  const t = (key: MessageKey, params: MessageParams = {}) => String(sentence(key).format<string>(forgiving(params)))
  return {
    ...createFormats(formatLocale),
    language,
    t,
    firstOf: (keys, params) => t(keys.find(isMessageKey) ?? 'error.bug', params),
  }
}

interface LanguageState {
  readonly language: Language
  readonly formatLocale: string
  /** Made once per change: formatters are dear, and every row of a list uses them. */
  readonly text: Text
  setLanguage(language: Language, formatLocale: string): void
}

/** Language and format in use; the settings slice keeps them in step with the store. */
export const useLanguage = create<LanguageState>()((set, get) => ({
  language: 'en',
  formatLocale: 'en-GB',
  text: createText('en', 'en-GB'),
  setLanguage(language, formatLocale) {
    const now = get()
    if (now.language === language && now.formatLocale === formatLocale) return
    set({ language, formatLocale, text: createText(language, formatLocale) })
  },
}))

/** The text in use now, for commands and slices. Components use {@link useText}, which draws again when it changes. */
export function currentText(): Text {
  return useLanguage.getState().text
}

/** The text in use, inside a component. */
export function useText(): Text {
  return useLanguage(state => state.text)
}
