import { Combine, FileText, RotateCw, ScanSearch, Scissors, Search, SunDim } from 'lucide-react'
import type { Command } from '../../commands/command'
import { isView, review, where } from '../in-review'
import { mayArrangePages } from '../state/approval'

const mayArrange = () => isView(mayArrangePages)

/** Looking at the document, and cutting and joining its pages. */
export const documentCommands: readonly Command[] = [
  {
    id: 'document.find',
    label: 'command.findInDocument',
    group: 'document',
    where,
    keys: ['Mod+F'],
    icon: Search,
    run: () => review().openFind(),
  },
  {
    id: 'document.zoomIn',
    label: 'command.zoomIn',
    group: 'document',
    where,
    keys: ['+'],
    run: () => review().stepZoom(1),
  },
  {
    id: 'document.zoomOut',
    label: 'command.zoomOut',
    group: 'document',
    where,
    keys: ['-'],
    run: () => review().stepZoom(-1),
  },
  {
    id: 'document.fit',
    label: 'command.zoomFit',
    group: 'document',
    where,
    keys: ['0'],
    run: () => review().setZoom('fit'),
  },
  {
    id: 'document.rotate',
    label: 'command.rotate',
    group: 'document',
    where,
    keys: ['R'],
    icon: RotateCw,
    run: () => review().rotate(),
  },
  {
    id: 'document.nextPage',
    label: 'command.nextPage',
    group: 'document',
    where,
    keys: ['J'],
    run: () => review().goToPage(review().page + 1),
  },
  {
    id: 'document.previousPage',
    label: 'command.previousPage',
    group: 'document',
    where,
    keys: ['K'],
    run: () => review().goToPage(review().page - 1),
  },
  {
    id: 'document.split',
    label: 'command.splitPages',
    group: 'document',
    where,
    icon: Scissors,
    isEnabled: () => mayArrange() && (review().view?.pages.length ?? 0) > 1,
    run: () => review().openCuts([]),
  },
  {
    id: 'document.join',
    label: 'command.joinPages',
    group: 'document',
    where,
    icon: Combine,
    isEnabled: mayArrange,
    run: () => review().openDialog('join'),
  },
  {
    id: 'document.boxes',
    label: 'command.showBoxes',
    group: 'document',
    where,
    keys: ['B'],
    icon: ScanSearch,
    run: () => review().toggleBoxes(),
  },
  {
    id: 'document.dim',
    label: 'command.dimPage',
    group: 'document',
    where,
    icon: SunDim,
    run: () => review().toggleDim(),
  },
  {
    id: 'document.toggle',
    label: 'command.toggleDocument',
    group: 'document',
    where,
    keys: ['F8'],
    icon: FileText,
    run: () => review().toggleDocument(),
  },
]
