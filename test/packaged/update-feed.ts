import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { signFeeds } from '../../scripts/sign-feed.mjs'

/** The folder of a release on a web server of this machine, as publishing leaves it. */
export interface UpdateFeed {
  readonly url: string
  /** Publishes one version and nothing else. @param channel `latest` or `beta` */
  publish(version: string, program: string, privateKey: string, channel?: string): void
  /** Path of a published file, for spoiling it. */
  pathOf(name: string): string
  /** What was asked for, oldest first. */
  readonly asked: readonly string[]
  close(): Promise<void>
}

export async function startFeed(folder: string): Promise<UpdateFeed> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://feed').pathname)
    asked.push(name)
    const file = join(folder, name)
    if (!existsSync(file)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-length': statSync(file).size })
    return createReadStream(file).pipe(response)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    pathOf: name => join(folder, name),
    publish(version, program, privateKey, channel = 'latest') {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true })
      const bytes = readFileSync(program)
      const name = `Quittance-${version}.AppImage`
      const sha512 = createHash('sha512').update(bytes).digest('base64')
      writeFileSync(join(folder, name), bytes)
      writeFileSync(
        join(folder, `${channel}-linux.yml`),
        [
          `version: ${version}`,
          `files:\n  - url: ${name}\n    sha512: ${sha512}\n    size: ${bytes.length}`,
          `path: ${name}\nsha512: ${sha512}\nreleaseDate: '2026-11-20T00:00:00.000Z'\n`,
        ].join('\n'),
      )
      signFeeds(folder, privateKey)
    },
    close: () => new Promise<void>(done => server.close(() => done())),
  }
}
