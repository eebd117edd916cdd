export function hasDisplay(): boolean
export function ensureSystemLibraries(binary: string): void
/** Switches for starting Electron from a checkout as this user on this machine. */
export function sandboxSwitches(): string[]
