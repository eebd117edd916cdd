import { z } from 'zod'

/** Life of a received document; the sum over these states equals the number received (docs/architecture.md). */
export const DocumentState = z.enum([
  'queued',
  'processing',
  'needs_review',
  'ready',
  'approved',
  'posted',
  'post_failed',
  'on_hold',
  'rejected',
  'duplicate',
  'set_aside',
  /** A container (ZIP, file with several invoices) whose parts are documents of their own. */
  'unpacked',
])
export type DocumentState = z.infer<typeof DocumentState>

/** What the bytes are, found by looking at them and never by the file's name. */
export const DocumentKind = z.enum(['pdf', 'image', 'xml', 'p7m', 'zip', 'eml', 'unknown'])
export type DocumentKind = z.infer<typeof DocumentKind>

/** How a document came in; `archive` is a ZIP, `mail` an e-mail it was attached to. */
export const DocumentSource = z.enum([
  'drop',
  'folder',
  'watched_folder',
  'archive',
  'mail',
  'paperless',
  'command_line',
  'sample',
])
export type DocumentSource = z.infer<typeof DocumentSource>

/** Steps of the road; each has its own checkpoint. In which order, and whether at all, is said by a template. */
export const Step = z.enum(['read', 'check', 'code', 'route', 'rules', 'ask_model'])
export type Step = z.infer<typeof Step>

/** Steps that work on a document that has arrived: it stays where `route` put it while they run. */
export const stepsAfterArrival: readonly Step[] = ['rules', 'ask_model']

/** Rectangle in points (1/72 inch), origin top left of the page as shown to a reader (its /Rotate applied), y downwards. */
export const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
export type Box = z.infer<typeof Box>

const PageTextSource = z.enum(['text_layer', 'ocr', 'none'])

/** A page's size in points as shown. For images one pixel is one point after EXIF orientation and downscaling. */
export const PageInfo = z.object({
  number: z.number().int().min(1),
  width: z.number(),
  height: z.number(),
  textSource: PageTextSource,
  /** Clockwise degrees by which the stored original is turned before it is shown; boxes refer to the turned page. */
  rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
})
export type PageInfo = z.infer<typeof PageInfo>
