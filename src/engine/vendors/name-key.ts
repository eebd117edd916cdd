import { fold } from '../pipeline/code/fold'

// Legal forms as they look after folding, longest first. They are dropped from the end of a name only: a vendor may
// be called "AG Hosting".
const legalForms = [
  's de r l de c v',
  's de rl de cv',
  's a p i de c v',
  'sapi de cv',
  's a de c v',
  'sa de cv',
  's a b de c v',
  'sab de cv',
  's c de r l',
  'sc de rl',
  's a s de c v',
  'sas de cv',
  's a p i',
  'sapi',
  'gmbh co kg',
  'ag co kg',
  'gmbh',
  'mbh',
  'ohg',
  'kg',
  'ug haftungsbeschrankt',
  'ug',
  'e k',
  'e v',
  'ev',
  'ag',
  'se',
  'sociedad anonima',
  'sociedad limitada',
  's l u',
  'slu',
  's l',
  'sl',
  's a u',
  'sau',
  's a s',
  'sas',
  's a r l',
  'sarl',
  's r l',
  'srl',
  's p a',
  'spa',
  's n c',
  'snc',
  's a',
  'sa',
  's c',
  'sc',
  'a c',
  'ac',
  'b v',
  'bv',
  'n v',
  'nv',
  'a s',
  'as',
  'asa',
  'aps',
  'ab',
  'oy',
  'oyj',
  'limited liability company',
  'incorporated',
  'corporation',
  'company',
  'limited',
  'public limited company',
  'l l c',
  'llc',
  'l l p',
  'llp',
  'inc',
  'corp',
  'co',
  'ltda',
  'lda',
  'ltd',
  'plc',
  'pty',
  'sp z o o',
].sort((a, b) => b.length - a.length)

/**
 * What vendor names are compared by: case, accents, punctuation and legal form folded away, so that
 * "FERRETERÍA RUIZ, S.A. de C.V." and "Ferreteria Ruiz SA DE CV" are one name.
 */
export function nameKey(name: string): string {
  let key = fold(name)
  for (let form = endingForm(key); form !== undefined; form = endingForm(key)) key = key.slice(0, -form.length - 1)
  return key
}

function endingForm(key: string): string | undefined {
  return legalForms.find(form => key.endsWith(` ${form}`))
}
