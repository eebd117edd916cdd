/** Where the attempts aim: a server of the test that counts who comes, and things of the books worth having. */
export interface Target {
  /** Of a server on this machine, so that nothing but the app itself can be what stops an attempt. */
  readonly http: string
  readonly ws: string
  /** UDP port that counts what it receives. */
  readonly udpPort: number
  readonly documentId: string
}

/**
 * One thing a page taken over by somebody else would try. Runs inside the page.
 *
 * @returns what stopped it
 * @throws Error beginning with `SUCCEEDED` when nothing did
 */
export type Attempt = (target: Target) => Promise<string>

export type Attempts = Readonly<Record<string, Attempt>>

/** Tools of the attempts, put into the page before the first of them. */
export interface Tools {
  /** What became of a promise: refused and why, or a success. */
  refused(doing: () => unknown): Promise<string>
  /** Adds an element and says what the page's policy stopped, or that it neither loaded nor ran. */
  element(name: string, attributes: Record<string, string>, text?: string): Promise<string>
  /** Tries to leave and says that the page is still itself. */
  stays(going: () => unknown): Promise<string>
  /** Runs in a task of its own: what the test runner itself evaluates would be let through. */
  later<T>(doing: () => T): Promise<T>
  /** Calls what a browser may or may not have: of `navigator`'s part, or of the window where `part` is empty. */
  invoke(part: string, method: string, input?: unknown): unknown
  /** Looks for ways to another peer through a server; gives those that show or leave this machine. */
  callPeer(server: RTCIceServer): Promise<string | null>
  /** Asks one of the app's own schemes for a file it should not give. */
  notServed(address: string, init?: RequestInit): Promise<string>
  /** Asks the bridge for what it should not do. */
  denied(asking: () => Promise<unknown>): Promise<string>
}

declare global {
  interface Window {
    attack: Tools
    /** Set by code that should never have run. */
    ran?: string
  }
}

/** Puts {@link Tools} into the page. Serialised: uses nothing from around it. */
export function installTools(): void {
  const violations: string[] = []
  document.addEventListener('securitypolicyviolation', event => void violations.push(event.effectiveDirective))
  const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
  const succeeded = (what: unknown) => new Error(`SUCCEEDED: ${String(what).slice(0, 200)}`)
  const short = (thrown: unknown) => {
    const text = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
    return text.replace(/\s+/g, ' ').slice(0, 110)
  }
  const violated = (from: number) => {
    const [directive] = violations.slice(from)
    return directive === undefined ? null : `content security policy: ${directive}`
  }
  const later: Tools['later'] = doing =>
    new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(doing())
        } catch (thrown) {
          reject(thrown instanceof Error ? thrown : new Error(String(thrown)))
        }
      })
    })
  window.attack = {
    later,
    invoke(part, method, input) {
      const owner: unknown = part === '' ? window : Reflect.get(navigator, part)
      if (typeof owner !== 'object' || owner === null) throw new Error(`no ${part} here`)
      const found: unknown = Reflect.get(owner, method)
      if (typeof found !== 'function') throw new Error(`no ${method} here`)
      return Reflect.apply(found, owner, [input])
    },
    async callPeer(server) {
      const peer = new RTCPeerConnection({ iceServers: [server] })
      const found: string[] = []
      peer.onicecandidate = ({ candidate }) => candidate && found.push(candidate.candidate)
      peer.createDataChannel('all')
      await peer.setLocalDescription(await peer.createOffer())
      await pause(500)
      peer.close()
      return found.find(line => !line.includes('.local')) ?? null
    },
    async notServed(address, init) {
      const answer = await fetch(address, init).catch((thrown: unknown) => short(thrown))
      if (typeof answer === 'string') return answer
      if (!answer.ok) return `answered ${answer.status}`
      throw succeeded(await answer.text())
    },
    async denied(asking) {
      const reply = await asking().catch((thrown: unknown) => short(thrown))
      if (typeof reply === 'string') return reply
      const { ok, error } = reply as { ok: boolean; error?: { code: string; params: object } }
      if (!ok && error) return `refused: ${error.code} ${JSON.stringify(error.params)}`
      throw succeeded(JSON.stringify(reply))
    },
    async refused(doing) {
      const before = violations.length
      let result: unknown
      try {
        result = await Promise.race([later(doing), pause(3_000).then(() => 'never answered')])
      } catch (thrown) {
        return violated(before) ?? short(thrown)
      }
      if (result === 'never answered') return violated(before) ?? 'never answered'
      // An empty list of devices or fonts is none given.
      if (result === null || result === undefined || (Array.isArray(result) && result.length === 0)) {
        await pause(30)
        return violated(before) ?? 'nothing came of it'
      }
      throw succeeded(result)
    },
    async element(name, attributes, text = '') {
      const before = violations.length
      const made = document.createElement(name)
      let outcome: string | null = null
      made.addEventListener('load', () => (outcome ??= 'loaded'))
      made.addEventListener('error', () => (outcome ??= 'refused'))
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
      if (text !== '') made.textContent = text
      document.body.append(made)
      for (let n = 0; n < 8 && outcome === null && violations.length === before; n++) await pause(50)
      await pause(20)
      made.remove()
      if (window.ran !== undefined) throw succeeded(window.ran)
      const stopped = violated(before)
      if (stopped !== null) return stopped
      if (outcome === 'loaded') throw succeeded('it loaded')
      return outcome === null ? 'nothing happened' : 'the network stack'
    },
    async stays(going) {
      const before = violations.length
      const was = location.href
      const length = history.length
      try {
        await later(going)
      } catch (thrown) {
        return short(thrown)
      }
      await pause(150)
      if (location.href !== was || history.length !== length) throw succeeded(location.href)
      return violated(before) ?? 'will-navigate'
    },
  }
}
