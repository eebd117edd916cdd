/** @returns path of a runnable Electron; downloads one when there is none yet */
export function electronBinary(): string
export function standInVersion(binary: string): string | undefined
