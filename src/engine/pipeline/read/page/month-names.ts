/** Month names and short forms, folded, in the languages of our labels; the value is the month from 1. */
export const months: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'january jan enero ene januar janner janvier janv gennaio gen januari janeiro tammikuu tammikuuta leden ledna stycznia ianuarie',
    'february feb febrero februar fevrier fevr fev febbraio februari fevereiro helmikuu helmikuuta lutego februarie',
    'march mar marzo marz maerz mrz mars maart mrt marco maaliskuu maaliskuuta marca martie',
    'april apr abril abr avril avr aprile huhtikuu huhtikuuta kwietnia aprilie',
    'may mayo mai maggio mag mei maio toukokuu toukokuuta maja',
    'june jun junio juni juin giugno giu junho kesakuu kesakuuta czerwca iunie',
    'july jul julio juli juillet juil luglio lug julho heinakuu heinakuuta lipca iulie',
    'august aug agosto ago aout augustus elokuu elokuuta sierpnia',
    'september sept sep septiembre set septembre settembre setembro syyskuu syyskuuta wrzesnia septembrie',
    'october oct octubre oktober okt octobre ottobre ott outubro out lokakuu lokakuuta pazdziernika octombrie',
    'november nov noviembre novembre novembro marraskuu marraskuuta listopada noiembrie',
    'december dec diciembre dic dezember dez decembre dicembre dezembro joulukuu joulukuuta grudnia decembrie',
  ].flatMap((names, index) => names.split(' ').map(name => [name, index + 1] as const)),
)
