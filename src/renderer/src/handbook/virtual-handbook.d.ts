declare module 'virtual:handbook' {
  type ByLanguage = Record<import('../i18n/messages').Language, readonly import('./chapter').Chapter[]>

  /** The chapters of docs/handbook in the order of its index, put in when the app is built (scripts/handbook-pages.mjs). */
  export const chapters: Readonly<ByLanguage>
}
