import { Tokenizer } from '@huggingface/tokenizers'
import { closeSync, existsSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../../shared/result'
import type { MeaningModel } from '../pipeline/code/meaning'
import { openMatrix, type Matrix } from './safetensors'

/** A model folder, open. */
export interface ModelFolder extends MeaningModel {
  /** Numbers per word. */
  readonly dimensions: number
  /** Words and parts of words it knows. */
  readonly words: number
  close(): void
}

const mostTokenizerBytes = 128 * 1024 * 1024
const longestText = 500
const TokenizerFile = z.looseObject({ model: z.looseObject({}) })

/**
 * Opens a folder with a static embedding model. The matrix stays on disk: a line needs a dozen of its rows, which the
 * system keeps at hand.
 *
 * @throws AppError `meaning_folder_refused`, with what is wrong as `reason`
 */
export function openModelFolder(folder: string): ModelFolder {
  const tokenizer = openTokenizer(join(folder, 'tokenizer.json'))
  const file = join(folder, 'model.safetensors')
  if (!existsSync(file)) throw refused('no_matrix_file')
  const handle = openSync(file, 'r')
  try {
    const matrix = openMatrix(handle, statSync(file).size)
    if (!matrix) throw refused('no_matrix')
    const words = tokenizer.get_vocab().size
    if (words > matrix.rows) throw refused('other_vocabulary', { words, rows: matrix.rows })
    return {
      dimensions: matrix.columns,
      words,
      directionOf: text => meanOf(tokenIds(tokenizer, text), matrix),
      close: () => closeSync(handle),
    }
  } catch (thrown) {
    closeSync(handle)
    throw thrown
  }
}

export type RefusedBecause =
  'no_tokenizer' | 'tokenizer_unreadable' | 'no_matrix_file' | 'no_matrix' | 'other_vocabulary'

/** Why a folder is no model, said by the sentence of `meaning_folder_refused`. */
export function refused(reason: RefusedBecause, numbers: Record<string, number> = {}): AppError {
  return new AppError('meaning_folder_refused', { reason, ...numbers })
}

function openTokenizer(file: string): Tokenizer {
  if (!existsSync(file)) throw refused('no_tokenizer')
  if (statSync(file).size > mostTokenizerBytes) throw refused('tokenizer_unreadable')
  try {
    return new Tokenizer(TokenizerFile.parse(JSON.parse(readFileSync(file, 'utf8'))), {})
  } catch {
    // A stranger's file: whatever it is that the library cannot make sense of, the person can only choose another.
    throw refused('tokenizer_unreadable')
  }
}

function tokenIds(tokenizer: Tokenizer, text: string): readonly number[] {
  return tokenizer.encode(text.slice(0, longestText), { add_special_tokens: false }).ids
}

/** The mean of the words' rows, at unit length; undefined where they say nothing. */
function meanOf(ids: readonly number[], matrix: Matrix): Float32Array | undefined {
  const sum = new Float32Array(matrix.columns)
  for (const id of ids) {
    const row = matrix.row(id)
    for (let index = 0; index < row.length; index += 1) sum[index] = (sum[index] ?? 0) + (row[index] ?? 0)
  }
  const length = Math.hypot(...sum)
  return length > 0 && Number.isFinite(length) ? sum.map(value => value / length) : undefined
}
