import type { Attempts } from './attempt'

/** Leaving the page, opening others, or showing something else in its place. */
export const departureAttempts: Attempts = {
  'navigating to the network': ({ http }) => window.attack.stays(() => (location.href = http)),
  'navigating to a file': () => window.attack.stays(() => (location.href = 'file:///etc/passwd')),
  'navigating to a data address': () =>
    window.attack.stays(() => (location.href = 'data:text/html,<script>document.title="here"</script>')),
  'navigating to a blob': () =>
    window.attack.stays(
      () => (location.href = URL.createObjectURL(new Blob(['<h1>here</h1>'], { type: 'text/html' }))),
    ),
  'navigating to javascript:': () =>
    window.attack.refused(async () => {
      location.href = 'javascript:void(window.ran="javascript")'
      await new Promise(resolve => setTimeout(resolve, 100))
      return window.ran
    }),
  'navigating to a document': ({ documentId }) =>
    window.attack.stays(() => (location.href = `doc://${documentId}/original`)),
  'navigating to another host of the app’s scheme': () =>
    window.attack.stays(() => location.replace('app://elsewhere/index.html')),
  'a program started by its scheme': () => window.attack.stays(() => (location.href = 'ssh://root@localhost')),
  'mail written by its scheme': () => window.attack.stays(() => location.assign('mailto:thief@example.com?body=all')),
  'a refresh in the head': ({ http }) =>
    window.attack.stays(() => {
      const meta = document.createElement('meta')
      Object.assign(meta, { httpEquiv: 'refresh', content: `0;url=${http}` })
      document.head.append(meta)
    }),
  'a form sent to the network': ({ http }) =>
    window.attack.stays(() => {
      const form = document.createElement('form')
      Object.assign(form, { action: `${http}/form`, method: 'POST' })
      document.body.append(form)
      form.submit()
    }),
  'a link in the whole window': ({ http }) =>
    window.attack.stays(() => {
      const link = document.createElement('a')
      Object.assign(link, { href: http, target: '_top', ping: `${http}/ping` })
      document.body.append(link)
      link.click()
      link.remove()
    }),
  'a link in a new window': ({ http }) =>
    window.attack.stays(() => {
      const link = document.createElement('a')
      Object.assign(link, { href: http, target: '_blank' })
      document.body.append(link)
      link.click()
      link.remove()
    }),
  'a window of the network': ({ http }) => window.attack.refused(() => window.open(http)),
  'an empty window': () => window.attack.refused(() => window.open('about:blank')),
  'a window of the app itself': () => window.attack.refused(() => window.open('app://quittance/index.html')),
  'a window of a file': () => window.attack.refused(() => window.open('file:///etc/passwd')),
  'whoever opened this window': () => window.attack.refused(() => window.opener as unknown),
  'a frame of the network': ({ http }) => window.attack.element('iframe', { src: http }),
  'a frame of the app with its bridge': () => window.attack.element('iframe', { src: 'app://quittance/index.html' }),
  'a frame of a document': ({ documentId }) => window.attack.element('iframe', { src: `doc://${documentId}/original` }),
  'a frame with its text, and the bridge in it': () =>
    window.attack.refused(async () => {
      const frame = document.createElement('iframe')
      frame.srcdoc = '<script>parent.ran = "srcdoc"</script>'
      document.body.append(frame)
      await new Promise(resolve => setTimeout(resolve, 300))
      const bridge = frame.contentWindow?.quittance
      frame.remove()
      return bridge ?? window.ran
    }),
  'a webview': ({ http }) =>
    window.attack.refused(async () => {
      const view = document.createElement('webview')
      view.setAttribute('src', http)
      document.body.append(view)
      await new Promise(resolve => setTimeout(resolve, 200))
      view.remove()
      return 'getWebContentsId' in view ? 'a webview' : null
    }),
  'an object': ({ http }) => window.attack.element('object', { data: http }),
  'an embed': ({ http }) => window.attack.element('embed', { src: http }),
}
