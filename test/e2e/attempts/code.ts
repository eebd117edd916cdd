import type { Attempts } from './attempt'

/** Getting at Node, or running code of one's own choice. */
export const codeAttempts: Attempts = {
  'Node by its globals': () =>
    window.attack.refused(() => {
      const names = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer']
      return names.find(name => name in globalThis)
    }),
  'Node through an import': () => window.attack.refused(() => import(String('node:fs'))),
  'Electron through an import': () => window.attack.refused(() => import(String('electron'))),
  'a function of the bridge made to make functions of the preload': () =>
    window.attack.refused(() => {
      const make = window.quittance.call.constructor as FunctionConstructor
      return make('return process')() as unknown
    }),
  eval: () => window.attack.refused(() => (0, eval)('1 + 1') as unknown),
  'new Function': () => window.attack.refused(() => Reflect.construct(Function, ['return 1']) as unknown),
  'a timer with a text': () =>
    window.attack.refused(async () => {
      Reflect.apply(setTimeout, window, ['window.ran = "text"', 0])
      await new Promise(resolve => setTimeout(resolve, 100))
      return window.ran
    }),
  'an inline script': () => window.attack.element('script', {}, 'window.ran = "inline"'),
  'an inline handler': () => window.attack.element('img', { src: 'data:,', onerror: 'window.ran = "handler"' }),
  'a script of the network': ({ http }) => window.attack.element('script', { src: `${http}/script.js` }),
  'a script from a blob': () =>
    window.attack.element('script', { src: URL.createObjectURL(new Blob(['window.ran = "blob"'])) }),
  'a module from a data address': () =>
    window.attack.refused(() => import(String('data:text/javascript,export default 1'))),
  'a worker from a blob': () =>
    window.attack.refused(
      () =>
        new Promise((resolve, reject) => {
          const worker = new Worker(URL.createObjectURL(new Blob(['postMessage("ran")'])))
          worker.onmessage = ({ data }) => resolve(data)
          worker.onerror = () => reject(new Error('refused'))
        }),
    ),
  'a shared worker of the network': ({ http }) =>
    window.attack.refused(
      () =>
        new Promise((_resolve, reject) => {
          new SharedWorker(`${http}/worker.js`).onerror = () => reject(new Error('refused'))
        }),
    ),
  'a service worker': () => window.attack.refused(() => navigator.serviceWorker.register('app://quittance/worker.js')),
  'another base for every address': ({ http }) => window.attack.element('base', { href: http }),
}
