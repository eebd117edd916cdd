/** Pieces a description speaks of: "10 piezas", "qty 12", "caja con 24 pzas". */
const piecesBefore = /(\d{1,5})\s*(?:pzas?|piezas?|unidades|units|pcs|pieces|juegos|equipos)\b/i
const piecesAfter = /\b(?:qty|quantity|cantidad|cant)\.?\s*:?\s*(\d{1,5})\b/i
const priceEach = /\bat\s+\$?([\d,]+(?:\.\d+)?)\s+each\b|\ba\s+\$?([\d,]+(?:\.\d+)?)\s+c\/u\b/i

/**
 * Price of one piece, in major units: a lot of chairs is capitalised when one chair reaches the threshold, not all of
 * them together.
 *
 * @param amount   of the line before tax, in major units
 * @param quantity as the line states it, when it does
 */
export function unitAmount(description: string, amount: number, quantity: number | null): number {
  const stated = priceEach.exec(description)
  const each = Number((stated?.[1] ?? stated?.[2] ?? '').replaceAll(',', ''))
  if (each > 0) return each
  if (quantity !== null && quantity >= 2 && Number.isInteger(quantity)) return amount / quantity
  const pieces = Number((piecesBefore.exec(description) ?? piecesAfter.exec(description))?.[1] ?? 1)
  return amount / Math.max(1, pieces)
}

// Orders of magnitude, in Mexican pesos: a threshold asks "about how much", never "exactly how much".
const pesosPerUnit: Readonly<Record<string, number>> = {
  MXN: 1,
  USD: 18,
  EUR: 20,
  GBP: 23,
  CAD: 13,
  CHF: 21,
  COP: 0.0045,
  CLP: 0.019,
  PEN: 4.8,
  BRL: 3.3,
  JPY: 0.12,
  CNY: 2.5,
}

/** Roughly the same amount in another currency; currencies nobody here knows are taken as equal. */
export function roughlyIn(currency: string, amount: number, from: string | null): number {
  return (amount * (pesosPerUnit[from ?? currency] ?? 1)) / (pesosPerUnit[currency] ?? 1)
}
