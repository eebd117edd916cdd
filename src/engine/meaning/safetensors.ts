import { readSync } from 'node:fs'
import { z } from 'zod'

/** A table of numbers in a safetensors file, read row by row. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  /** @returns an empty row outside the table */
  row(index: number): Float32Array
}

const Tensor = z.object({
  dtype: z.enum(['F32', 'F16']),
  shape: z.tuple([z.number().int().positive(), z.number().int().positive().max(4096)]),
  data_offsets: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
})
const bytesOf = { F32: 4, F16: 2 } as const
const mostHeaderBytes = 1024 * 1024

/**
 * The one matrix of a safetensors file: eight bytes with the header's length, the header as JSON, then the numbers
 * (little endian), as the format's description says.
 *
 * @returns undefined where the file holds none, or several, or ends too early
 */
export function openMatrix(handle: number, fileBytes: number): Matrix | undefined {
  const headerBytes = Number(readAt(handle, 0, 8).readBigUInt64LE())
  if (headerBytes < 2 || headerBytes > mostHeaderBytes || 8 + headerBytes > fileBytes) return undefined
  const tensors = tensorsIn(readAt(handle, 8, headerBytes).toString('utf8'))
  const [tensor] = tensors
  if (!tensor || tensors.length !== 1) return undefined
  const {
    dtype,
    shape: [rows, columns],
    data_offsets: [from, to],
  } = tensor
  const rowBytes = columns * bytesOf[dtype]
  const start = 8 + headerBytes + from
  if (to - from !== rows * rowBytes || start + rows * rowBytes > fileBytes) return undefined
  return {
    rows,
    columns,
    row(index) {
      if (index < 0 || index >= rows) return new Float32Array(0)
      const bytes = new DataView(Uint8Array.from(readAt(handle, start + index * rowBytes, rowBytes)).buffer)
      return Float32Array.from({ length: columns }, (_, column) =>
        dtype === 'F32' ? bytes.getFloat32(column * 4, true) : bytes.getFloat16(column * 2, true),
      )
    },
  }
}

/** Tables among what the header names; lists of weights beside them are no words' directions. */
function tensorsIn(header: string): z.infer<typeof Tensor>[] {
  try {
    return Object.values(z.record(z.string(), z.unknown()).parse(JSON.parse(header))).flatMap(entry => {
      const tensor = Tensor.safeParse(entry)
      return tensor.success ? [tensor.data] : []
    })
  } catch {
    // No JSON where the header should be: another kind of file with this name.
    return []
  }
}

function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  readSync(handle, bytes, 0, length, position)
  return bytes
}
