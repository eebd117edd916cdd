import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { drained } from '../engine-on-disk'
import { someEngine, someHost } from '../engine/some-engine'
import { makeCfdi } from '../made-invoices'

const place = mkdtempSync(join(tmpdir(), 'quittance-full-'))
const disk = join(place, 'disk')
mkdirSync(disk)
const isMounted =
  process.platform === 'linux' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk], { stdio: 'ignore' }).status === 0

afterAll(() => {
  if (isMounted) spawnSync('umount', ['-l', disk])
  rmSync(place, { recursive: true, force: true })
})

// Making a small disk takes rights that a build machine seldom gives.
test.skipIf(!isMounted)(
  'a disk that runs full in the middle of a drop and gets room again: nothing is lost, no restart',
  async () => {
    const incoming = join(place, 'incoming')
    mkdirSync(incoming)
    for (let number = 1; number <= 40; number++) writeFileSync(join(incoming, `${number}.xml`), makeCfdi(number))
    // As a person may decide: the guard against little room is for those who do not look.
    const engine = someEngine(someHost({ dataFolder: join(disk, 'data'), freeBytes: () => Promise.resolve(Infinity) }))
    await engine.start({ posts: false })
    const ballast = join(disk, 'other-people.bin')
    fill(ballast)

    const refused = await engine.take([incoming], 'drop')
    expect(refused).toMatchObject({ ok: false, error: { code: 'store_disk_full' } })
    const before = (await engine.ask('document.counts', {})).conservation.received
    // For a while: what the engine writes on its own now and then finds no room either.
    for (let moment = 0; moment < 50; moment++) {
      fill(ballast)
      await wait(50)
    }
    rmSync(ballast)
    const missing = readdirSync(incoming).map(name => join(incoming, name))
    expect(await engine.take(missing, 'drop')).toMatchObject({ ok: true })
    await drained(engine)

    const { conservation } = await engine.ask('document.counts', {})
    expect(conservation).toMatchObject({ received: before + 40, isBalanced: true })
    expect(conservation.byState.duplicate ?? 0).toBe(before)
    expect(await engine.ask('store.verify', {})).toMatchObject({
      originalsDamaged: [],
      databaseIntact: true,
      stuckJobs: 0,
    })
    await engine.close()
  },
)

/** Takes all the room there is. */
function fill(file: string): void {
  const part = Buffer.alloc(4096)
  try {
    for (;;) writeFileSync(file, part, { flag: 'a' })
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC')) throw thrown
  }
}
