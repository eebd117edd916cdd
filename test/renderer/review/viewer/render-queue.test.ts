import { expect, test } from 'vitest'
import type { Drawing, PageSource } from '../../../../src/renderer/src/review/viewer/page-source'
import {
  cappedScale,
  drawnPagesLimit,
  nextDrawing,
  pixelCap,
  RenderQueue,
  type Wanted,
} from '../../../../src/renderer/src/review/viewer/render-queue'

const a4 = { width: 595, height: 842 }
const wanted = (visible: number[], scale = 1, changes: Partial<Wanted> = {}): Wanted => ({
  visible,
  view: { turn: 0, scale },
  direction: 1,
  details: [],
  ...changes,
})

/** A source that draws when told to. */
function handSource(pages: number) {
  const orders: { drawing: Drawing; signal: AbortSignal; finish(): void; fail(): void }[] = []
  const source: PageSource = {
    sizes: Array.from({ length: pages }, () => a4),
    draw: (drawing, signal) =>
      new Promise((resolve, reject) => {
        const finish = () => (signal.aborted ? reject(signal.reason) : resolve(document.createElement('canvas')))
        orders.push({ drawing, signal, finish, fail: () => reject(new Error('broken page')) })
      }),
    close: () => undefined,
  }
  return { source, orders }
}

const settled = () => new Promise(resolve => setTimeout(resolve))

test('the page in sight is drawn first, then the next one in scroll direction, then nothing', async () => {
  const { source, orders } = handSource(5)
  const queue = new RenderQueue(source)
  queue.show(wanted([2]))
  expect(orders.map(order => order.drawing.page)).toEqual([2])
  orders[0]?.finish()
  await settled()
  expect(orders.map(order => order.drawing.page)).toEqual([2, 3])
  orders[1]?.finish()
  await settled()
  expect(orders).toHaveLength(2)
})

test('scrolling up has the page above ready', () => {
  const { source } = handSource(5)
  const drawn = new Map([[3, { canvas: document.createElement('canvas'), view: { turn: 0 as const, scale: 1 } }]])
  expect(nextDrawing(wanted([3], 1, { direction: -1 }), source.sizes, drawn, new Map(), new Set())?.page).toBe(2)
})

test('a drawing that nobody wants any more is abandoned', () => {
  const { source, orders } = handSource(9)
  const queue = new RenderQueue(source)
  queue.show(wanted([1]))
  queue.show(wanted([8]))
  expect(orders[0]?.signal.aborted).toBe(true)
})

test('a page that cannot be drawn is given up once, and the others go on', async () => {
  const { source, orders } = handSource(2)
  const queue = new RenderQueue(source)
  queue.show(wanted([1]))
  orders[0]?.fail()
  await settled()
  expect(queue.failed).toEqual(new Set([1]))
  expect(orders.map(order => order.drawing.page)).toEqual([1, 2])
})

test('at most ten drawn pages are kept, the longest unseen goes first', async () => {
  const { source, orders } = handSource(30)
  const queue = new RenderQueue(source)
  for (let page = 1; page <= 20; page++) {
    queue.show(wanted([page]))
    for (let order = orders.length - 1; order < orders.length; order++) {
      orders[order]?.finish()
      await settled()
    }
  }
  expect(queue.pages.size).toBe(drawnPagesLimit)
  expect(queue.pages.has(1)).toBe(false)
  expect(queue.pages.has(20)).toBe(true)
})

test('a page too large to draw whole is drawn coarser, with the part in sight sharp on top', () => {
  const scale = 12
  expect(cappedScale(scale, a4) ** 2 * a4.width * a4.height).toBeCloseTo(pixelCap, -2)
  const area = { x: 0, y: 0, width: 800, height: 600 }
  const order = wanted([1], scale, { details: [{ page: 1, area }] })
  const whole = nextDrawing(order, [a4], new Map(), new Map(), new Set())
  expect(whole?.area).toBeUndefined()
  const drawn = new Map([[1, { canvas: document.createElement('canvas'), view: whole?.view ?? order.view }]])
  expect(nextDrawing(order, [a4], drawn, new Map(), new Set())).toEqual({ page: 1, view: order.view, area })
})
