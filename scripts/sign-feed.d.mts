export function signFeeds(folder: string, privateKey: string): string[]
export function newKeyPair(): { privateKey: string; publicKey: string }
