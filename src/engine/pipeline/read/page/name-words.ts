/** Endings that make a name a company's, as folded words (dots removed). */
export const legalForms: ReadonlySet<string> = new Set(
  `inc incorporated llc llp ltd limited plc corp corporation co company gmbh ag kg ohg ug se ek ev mbh sa sas sarl sasu eurl sl slu sau spa srl snc bv nv vof cv oy oyj ab as asa aps sro spolka lda ltda eireli me sc pty pvt sdn bhd sab sapi kft zrt doo dba sp zoo holding group gbr eg`.split(
    ' ',
  ),
)

/** Legal forms written in several words or with dots. */
export const legalFormPattern =
  /\b(?:s\.?\s?a\.?\s?de\s?c\.?\s?v\.?|s\.?\s?de\s?r\.?\s?l\.?(?:\s?de\s?c\.?\s?v\.?)?|sdn\.? bhd|s\.\s?[ac]\.?|s\.\s?l\.?(?:\s?u\.?)?|b\.\s?v\.?|n\.\s?v\.?|s\.\s?r\.\s?[lo]\.?|s\.\s?p\.\s?a\.?|s\.\s?a\.\s?r\.\s?l\.?|gmbh(?:\s?& co\.? kg)?|sp\. z o\.?\s?o\.?|s\/b|& co|pvt\.?|pty\.?)(?=[\s,.)]|$)/i

/** Words of an address line. */
export const streetPattern =
  /\b(?:street|st\.|road|rd\.?|avenue|ave\.?|lane|drive|dr\.?(?=\s*(?:$|[,\d#]))|blvd|boulevard|suite|floor|p\.?\s?o\.? box|square|highway|hwy|way|court|parkway|calle|c\/|avenida|av\.|col\.|colonia|carrer|plaza|paseo|rue|bis|chemin|allee|strasse|straße|str\.|weg|platz|gasse|via|viale|piazza|corso|straat|laan|plein|r[uú]a|place d[eu]s?|place de la|quai|impasse|route d[eu]s?|rua|jalan|jln|lorong|taman|katu|tie|ulica|ul\.)(?=[\s,.\d]|$)|stra(?:ss|ß)e\b|\p{L}{3}str\.?\s*\d|(?:straat|weg|laan|katu)\s+\d/iu

/** Mail hosts whose name says nothing about the sender. */
export const commonHosts: ReadonlySet<string> = new Set(
  'gmail googlemail yahoo hotmail outlook live icloud aol gmx web proton protonmail mail example email domain'.split(
    ' ',
  ),
)
