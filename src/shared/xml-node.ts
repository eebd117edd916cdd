import { z } from 'zod'

/** A node of an XML document drawn for reading; `path` is what XML origins name. */
export interface XmlNode {
  readonly path: string
  readonly name: string
  readonly text: string
  readonly attributes: readonly { readonly path: string; readonly name: string; readonly value: string }[]
  readonly children: readonly XmlNode[]
}
export const XmlNode: z.ZodType<XmlNode> = z.object({
  path: z.string(),
  name: z.string(),
  text: z.string(),
  attributes: z.array(z.object({ path: z.string(), name: z.string(), value: z.string() })),
  get children() {
    return z.array(XmlNode)
  },
})
