import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A few words with directions: words of one list mean the same, lists have nothing in common. */
export type SameMeaning = readonly (readonly string[])[]

/** Writes a model folder as model2vec lays it out: a word-level tokenizer and one matrix of 32-bit numbers. */
export function writeTinyModel(folder: string, meanings: SameMeaning, vectors = meanings.flat().length + 1): string {
  mkdirSync(folder, { recursive: true })
  const words = ['[UNK]', ...meanings.flat()]
  const vocab = Object.fromEntries(words.map((word, id) => [word, id]))
  const tokenizer = {
    version: '1.0',
    added_tokens: [],
    normalizer: { type: 'BertNormalizer', clean_text: true, lowercase: true, strip_accents: true },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  }
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer))
  const columns = meanings.length
  const rows = words.map(word => meanings.map(list => (list.includes(word) ? 1 : 0)))
  writeFileSync(join(folder, 'model.safetensors'), safetensors(rows.slice(0, vectors), columns))
  return folder
}

function safetensors(rows: readonly (readonly number[])[], columns: number): Buffer {
  const numbers = Buffer.from(Float32Array.from(rows.flat()).buffer)
  const tensor = { dtype: 'F32', shape: [rows.length, columns], data_offsets: [0, numbers.length] }
  const header = Buffer.from(JSON.stringify({ embeddings: tensor }))
  const length = Buffer.alloc(8)
  length.writeBigUInt64LE(BigInt(header.length))
  return Buffer.concat([length, header, numbers])
}
