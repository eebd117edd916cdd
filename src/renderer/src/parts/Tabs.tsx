import { Tab, TabList, Tabs as AriaTabs } from 'react-aria-components'
import { useText } from '../i18n/t'

interface TabsProps<T extends string> {
  readonly label: string
  readonly chosen: T
  readonly tabs: readonly { readonly id: T; readonly label: string; readonly count?: number }[]
  onChoose(id: T): void
  /** Id of the element that shows the chosen tab's content. */
  readonly controls?: string
}

/** A row of tabs with counts. What they show is drawn elsewhere, so they carry no panels. */
export function Tabs<T extends string>({ label, chosen, tabs, onChoose }: TabsProps<T>) {
  const { number } = useText()
  return (
    <AriaTabs
      selectedKey={chosen}
      onSelectionChange={key => {
        const tab = tabs.find(({ id }) => id === key)
        if (tab) onChoose(tab.id)
      }}
    >
      <TabList className="tabs" aria-label={label}>
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className="tab">
            {tab.label}
            {tab.count !== undefined && <span className="tab-count num">{number(tab.count)}</span>}
          </Tab>
        ))}
      </TabList>
    </AriaTabs>
  )
}
