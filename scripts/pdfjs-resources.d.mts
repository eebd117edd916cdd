import type { Plugin } from 'vite'

/** Puts the files pdf.js asks for by address beside the page as `pdfjs/…`. */
export function pdfjsResources(): Plugin
