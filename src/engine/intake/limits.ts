const mebibyte = 1024 * 1024

/** Bounds of what is taken in at all. Beyond them a file is refused or a container set aside, always with its reason. */
export const intakeLimits = {
  /** Larger files are refused before a byte is read (a sparse file may claim terabytes). */
  fileBytes: 2048 * mebibyte,
  /** A single document larger than this is kept and set aside: no worker could hold it. ZIPs are not bound by it. */
  documentBytes: 200 * mebibyte,
  /** Up to this size a file is read in one piece; larger ones are streamed. */
  inMemoryBytes: 32 * mebibyte,
  /** With less room on the disk nothing is taken in: what is here already needs some to be read, checked and posted. */
  freeBytes: 200 * mebibyte,
} as const

export interface ArchiveLimits {
  /** Files in a container, those in containers inside it included. */
  readonly entries: number
  /** Bytes of one entry when unpacked. */
  readonly entryBytes: number
  /** Bytes of all entries when unpacked, inner containers included. */
  readonly totalBytes: number
  /** Times a container may be larger unpacked than packed, once it is larger than {@link ratioAppliesAbove}. */
  readonly ratio: number
  readonly ratioAppliesAbove: number
  /** Containers inside a container: 1 allows a ZIP in a ZIP and nothing deeper. */
  readonly depth: number
}

export const archiveLimits: ArchiveLimits = {
  entries: 10_000,
  entryBytes: 200 * mebibyte,
  totalBytes: 2048 * mebibyte,
  // XML packs at 10 to 30, a blank page's bitmap at 100; bombs start at 1,000.
  ratio: 200,
  ratioAppliesAbove: 16 * mebibyte,
  depth: 1,
}
