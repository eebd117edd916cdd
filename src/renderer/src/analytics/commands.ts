import { ChartColumn, Download, Undo2 } from 'lucide-react'
import { useNavigation } from '../app/navigation'
import type { Command } from '../commands/command'
import { useAnalytics } from './analytics-slice'

export const analyticsCommands: readonly Command[] = [
  {
    id: 'go.analytics',
    label: 'command.goAnalytics',
    group: 'places',
    where: 'anywhere',
    keys: ['G N'],
    icon: ChartColumn,
    run: () => useNavigation.getState().show('analytics'),
  },
  {
    id: 'analytics.export',
    label: 'analytics.export',
    group: 'list',
    where: 'analytics',
    icon: Download,
    run: () => useAnalytics.getState().exportCsv(),
  },
  {
    id: 'analytics.back',
    label: 'command.back',
    group: 'anywhere',
    where: 'analytics',
    keys: ['Escape'],
    icon: Undo2,
    run: () => useNavigation.getState().back(),
  },
]
