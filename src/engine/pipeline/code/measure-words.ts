import { stems } from './stems'

/**
 * Words that say how much, when or in which colour, never what: "per 100 GB", "cinta negra". In the catalogue of products
 * some of them happen to stand in few names and would seem to tell a lot.
 */
const measureWords: ReadonlySet<string> = new Set(
  stems(
    'kilo kilos kilogramo kilogramos kg kgs gramo gramos gr mg litro litros lt lts ltr ml galon galones ' +
      'metro metros mt mts cm mm km pulgada pulgadas pulg m2 m3 pieza piezas pza pzas pz pzs unidad unidades cantidad ' +
      'docena docenas par pares millar ciento cada hora horas hr hrs minuto minutos dia dias semana semanas mes meses ' +
      'mensual bimestre bimestral trimestre ano anos anual enero febrero marzo abril mayo junio julio agosto septiembre ' +
      'octubre noviembre diciembre kb mb gb tb ghz mhz hz watt watts kw hp volt volts piece pieces pc pcs unit units qty ' +
      'quantity each per dozen pair pairs hour hours minute minutes day days week weeks month months monthly quarter ' +
      'year years yearly annual january february march april june july august september october november december ' +
      'pound pounds lb lbs ounce oz foot feet ft inch inches gallon gallons liter liters litre litres meter meters metre ' +
      'gram grams ' +
      'negro negra negros negras blanco blanca blancos blancas rojo roja azul azules verde verdes amarillo amarilla gris ' +
      'grises transparente color colores black white red blue green yellow grey gray colour color colors',
  ),
)

/** Whether a stem is a unit of measure or of time, or a colour. */
export function isMeasure(stem: string): boolean {
  return measureWords.has(stem)
}
