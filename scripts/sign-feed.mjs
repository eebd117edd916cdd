// Signs the feed files of a release with the makers' key: node scripts/sign-feed.mjs <folder>
// The key is a PEM of an Ed25519 private key in QUITTANCE_UPDATE_KEY; `--new-key` makes a pair and prints it.
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const feedFile = /^(latest|beta)(-[a-z0-9-]+)?\.yml$/

/** Writes `<feed>.sig` beside every feed of `folder`. What is signed begins with the feed's name: one channel is no other. */
export function signFeeds(folder, privateKey) {
  const key = createPrivateKey(privateKey)
  const feeds = readdirSync(folder).filter(name => feedFile.test(name))
  for (const name of feeds) {
    const text = `${name}\n${readFileSync(join(folder, name), 'utf8')}`
    writeFileSync(join(folder, `${name}.sig`), `${sign(null, Buffer.from(text), key).toString('base64')}\n`)
  }
  return feeds
}

/** @returns {{ privateKey: string, publicKey: string }} PEMs of a new pair */
export function newKeyPair() {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder] = process.argv.slice(2)
  const privateKey = process.env['QUITTANCE_UPDATE_KEY']
  if (folder === '--new-key') {
    const pair = newKeyPair()
    console.log(`${pair.privateKey}\n${pair.publicKey}`)
  } else if (folder && privateKey) {
    const feeds = signFeeds(folder, privateKey)
    console.log(feeds.length > 0 ? `signed ${feeds.join(', ')}` : 'no feed to sign')
    process.exitCode = feeds.length > 0 ? 0 : 1
  } else {
    console.error('Say which folder, and give the key in QUITTANCE_UPDATE_KEY.')
    process.exitCode = 2
  }
}
