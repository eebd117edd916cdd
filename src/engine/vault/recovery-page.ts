import type { EpochMs } from '../../shared/ids'

/** What is printed and locked away, in both languages: who finds it in ten years may speak the other one. */
export function recoveryPage({
  key,
  company,
  at,
}: {
  readonly key: string
  readonly company: string
  readonly at: EpochMs
}): string {
  const day = new Date(at).toISOString().slice(0, 10)
  return `QUITTANCE – RECOVERY KEY / CLAVE DE RECUPERACIÓN

${company === '' ? '' : `${company}\n`}${day}

    ${key}

This key opens the books when the passphrase is forgotten. Print this page, keep it where
strangers cannot reach it, and delete the file. Whoever has this key and a copy of the books
can read them. Without the passphrase and without this key nobody can, Quittance's makers
included.

Esta clave abre los libros cuando se olvida la frase de acceso. Imprima esta página, guárdela
donde ningún extraño la alcance y borre el archivo. Quien tenga esta clave y una copia de los
libros puede leerlos. Sin la frase de acceso y sin esta clave no puede nadie, tampoco quienes
hacen Quittance.
`
}
