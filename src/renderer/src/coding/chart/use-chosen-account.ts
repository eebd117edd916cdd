import type { Selection } from 'react-aria-components'
import { useChart } from './chart-slice'

/** What makes a list or tree of accounts show and choose the account that is looked at. */
export function useChosenAccount() {
  const chosenCode = useChart(state => state.chosenCode)
  return {
    selectionMode: 'single',
    selectionBehavior: 'replace',
    disallowEmptySelection: true,
    selectedKeys: chosenCode === null ? [] : [chosenCode],
    onSelectionChange(keys: Selection) {
      const [code] = keys === 'all' ? [] : keys
      if (code !== undefined) useChart.getState().choose(String(code))
    },
  } as const
}
