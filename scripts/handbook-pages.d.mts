import type { Plugin } from 'vite'

/** Makes the handbook part of the page, as the module `virtual:handbook`. */
export function handbookPages(): Plugin
