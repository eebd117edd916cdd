import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seeded } from '../../bench/synthetic/random'
import { diskLibrary } from './disk-library'
import { parseDiskLog, type DiskEvent } from './disk-log'
import { inspect } from './inspect'
import { parseAcks } from './life'
import { PowerDisk, type Survival } from './power-disk'
import { openStage } from './stage'

export interface PowerLossPlan {
  readonly documents: number
  /** Disks to be rebuilt and opened. */
  readonly images: number
  readonly seed: number
  /** With the library's own durability instead of ours. */
  readonly isCareless: boolean
  /** Whether the books are put into a vault in the course of the day. */
  readonly entersVault?: boolean
}

export interface PowerLossReport {
  readonly seed: number
  /** Moments at which the power could have failed. */
  readonly moments: number
  readonly syncs: number
  readonly acknowledged: number
  readonly images: number
  /** Images in which something that was told is not so. */
  readonly lost: number
  /** Images that would not open, or of which a check complains (damaged, originals missing). */
  readonly corrupt: number
  /** The first few, for whoever mends it. */
  readonly examples: readonly string[]
  readonly msPerImage: number
}

const survivals: readonly Survival[] = ['all', 'synced', 'parts']

/** Records one day of work with everything it does to the disk, the engine stopped and started again in the middle. */
async function recordDay({
  documents,
  isCareless,
  entersVault = false,
}: PowerLossPlan): Promise<{ root: string; events: DiskEvent[] }> {
  const library = diskLibrary()
  const log = join(mkdtempSync(join(tmpdir(), 'quittance-disk-')), 'log')
  const stage = await openStage()
  try {
    mkdirSync(stage.dataFolder)
    const watched = {
      LD_PRELOAD: library,
      QUITTANCE_DISK_ROOT: stage.dataFolder,
      QUITTANCE_DISK_ACKS: stage.acksFile,
      QUITTANCE_DISK_LOG: log,
    }
    for (let life = 0; life < 2; life++) {
      stage.bring(Math.ceil(documents / 2))
      const changesVault = entersVault && life === 1
      await stage.live({ isCareless, changesVault }, { environment: watched })
    }
    return { root: stage.dataFolder, events: parseDiskLog(readFileSync(log)) }
  } finally {
    await stage.close()
    rmSync(join(log, '..'), { recursive: true, force: true })
  }
}

/** Rebuilds the disk as power failures would leave it and opens each with the real engine. */
export async function runPowerLoss(plan: PowerLossPlan): Promise<PowerLossReport> {
  const { images, seed } = plan
  const { root, events } = await recordDay(plan)
  const random = seeded(seed)
  const disk = new PowerDisk(root)
  const perMoment = (images / events.length) * 1.0001
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'quittance-image-'))
  const examples: string[] = []
  let [built, lost, corrupt, due, acknowledged] = [0, 0, 0, 0, '']
  const startedAt = performance.now()
  for (const [moment, event] of events.entries()) {
    disk.apply(event)
    if (event.kind === 'ack') acknowledged += event.text
    for (due += perMoment; due >= 1 && built < images; due -= 1) {
      const survival = survivals[built % survivals.length] ?? 'parts'
      built += 1
      const image = disk.image(survival, random)
      const found = await openImage(folder, root, image, acknowledged)
      if (found.lost.length > 0) lost += 1
      if (!found.isSound) corrupt += 1
      if ((found.lost.length > 0 || !found.isSound) && examples.length < 5) {
        examples.push(
          `${survival} after ${String(moment)} (${event.kind}): ${found.lost.concat(found.complaint).join(', ')}`,
        )
      }
    }
  }
  rmSync(folder, { recursive: true, force: true })
  return {
    seed,
    moments: events.length,
    syncs: events.filter(({ kind }) => kind === 'sync').length,
    acknowledged: parseAcks(acknowledged).length,
    images: built,
    lost,
    corrupt,
    examples,
    msPerImage: Math.round((performance.now() - startedAt) / built),
  }
}

interface Opened {
  readonly lost: readonly string[]
  readonly isSound: boolean
  readonly complaint: string
}

async function openImage(
  folder: string,
  root: string,
  image: ReadonlyMap<string, Buffer | null>,
  acknowledged: string,
): Promise<Opened> {
  const place = join(folder, 'data')
  mkdirSync(place)
  for (const [path, content] of image) {
    const here = join(place, path.slice(root.length))
    if (content === null) mkdirSync(here)
    else writeFileSync(here, content)
  }
  try {
    const { lost, isSound, complaint } = await inspect(place, parseAcks(acknowledged), [], false)
    return { lost, isSound, complaint: isSound ? '' : JSON.stringify(complaint) }
  } catch (thrown) {
    const complaint = thrown instanceof Error ? thrown.message : String(thrown)
    return { lost: [], isSound: false, complaint: `does not open: ${complaint}` }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}
