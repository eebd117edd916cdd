// A document worker with bad habits, on request: the document's media type says which.
const hoard = []

const reading = (mediaType, words) => ({
  kind: 'pdf',
  mediaType,
  format: 'page',
  reader: `pid ${process.pid}`,
  pages: [],
  previews: [],
  facts: { candidates: [], chosen: {}, lines: [], taxes: [] },
  remarks: [],
  xml: words,
})

const wait = ms => new Promise(done => setTimeout(done, ms))

const habits = {
  ok: request => reading(request.mediaType, request.bytes),
  environment: request => reading(request.mediaType, new TextEncoder().encode(JSON.stringify(process.env))),
  slow: async request => {
    await wait(Number(request.options.password))
    return reading(request.mediaType, null)
  },
  pages: async request => {
    for (let page = 1; page <= 6; page++) {
      await wait(100)
      process.send({ type: 'progress', id: request.id, page, of: 6 })
    }
    return reading(request.mediaType, null)
  },
  patient: async request => {
    const pulse = setInterval(() => process.send({ type: 'alive' }), 50)
    await wait(Number(request.options.password))
    clearInterval(pulse)
    return reading(request.mediaType, null)
  },
  endless: async request => {
    for (let page = 1; ; page++) {
      await wait(50)
      process.send({ type: 'progress', id: request.id, page, of: 1_000_000 })
    }
  },
  hang: () => {
    for (;;);
  },
  eat: async () => {
    for (;;) {
      hoard.push(Buffer.alloc(16 * 2 ** 20, 1))
      await wait(1)
    }
  },
  fat: request => {
    hoard.push(Buffer.alloc(160 * 2 ** 20, 1))
    return reading(request.mediaType, null)
  },
  // What one document leaves behind makes the next one hit a bound.
  litter: request => {
    hoard.push(Buffer.alloc(1))
    return reading(request.mediaType, null)
  },
  tidy: request => {
    if (hoard.length > 0) throw { code: 'resource_limit', params: { limit: 'memory' }, retry: 'never', isSpent: true }
    return reading(request.mediaType, null)
  },
  glutton: () => {
    throw { code: 'resource_limit', params: { limit: 'time' }, retry: 'never', isSpent: true }
  },
  crash: () => process.kill(process.pid, 'SIGSEGV'),
  leave: () => process.exit(0),
  refuse: () => {
    throw { code: 'needs_password', params: {}, retry: 'user' }
  },
}

process.on('message', async request => {
  try {
    process.send({ type: 'done', id: request.id, reading: await habits[request.mediaType](request) })
  } catch ({ isSpent = false, ...error }) {
    process.send({ type: 'failed', id: request.id, error, isSpent })
  }
})
process.on('disconnect', () => process.exit(0))
process.send({ type: 'ready' })
