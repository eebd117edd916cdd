import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import { useText } from '../i18n/t'

interface TabsProps<T extends string> {
  readonly label: string
  readonly chosen: T
  readonly tabs: readonly { readonly id: T; readonly label: string; readonly count?: number }[]
  onChoose(id: T): void
  /** Each tab shows something else altogether: its panel is made anew. Otherwise the same elements stay. */
  readonly isViewPerTab?: boolean
  /** What the chosen tab shows. */
  readonly children: ReactNode
}

/** A row of tabs with counts over one view that the chosen tab filters. */
export function Tabs<T extends string>({
  label,
  chosen,
  tabs,
  onChoose,
  isViewPerTab = false,
  children,
}: TabsProps<T>) {
  const { number } = useText()
  return (
    <AriaTabs
      className="tab-view"
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
      {/* A panel that stays keeps its first id, and the tabs chosen later would name one that is not there. */}
      <TabPanel key={isViewPerTab ? chosen : 'view'} id={chosen} className="tab-panel">
        {children}
      </TabPanel>
    </AriaTabs>
  )
}
