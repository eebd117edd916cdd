import { GitMerge } from 'lucide-react'
import type { Command } from '../commands/command'
import { useMerge } from './merge-slice'
import { useVendors } from './vendors-slice'

/** What the vendors' screen can do beside its list. */
export const vendorCommands: readonly Command[] = [
  {
    id: 'vendors.merge',
    label: 'command.mergeVendor',
    group: 'selection',
    where: 'vendors',
    keys: ['M'],
    icon: GitMerge,
    isEnabled: () => useVendors.getState().chosenId !== null,
    run() {
      const { chosenId } = useVendors.getState()
      if (chosenId !== null) useMerge.getState().search(chosenId)
    },
  },
]
