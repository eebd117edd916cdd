// Makes sure that Electron finds its system libraries on Linux, and a display. Installs what is missing where it may
// (Debian's packages, as root or by sudo without a password), else prints the one line that does it.
import { spawnSync } from 'node:child_process'

const packages = 'xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libxtst6 fonts-liberation'.split(' ')

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

function has(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
}

function missingLibraries(binary) {
  const { stdout } = spawnSync('ldd', [binary], { encoding: 'utf8' })
  return (stdout ?? '')
    .split('\n')
    .filter(line => line.includes('not found'))
    .map(line => line.trim().split(' ')[0])
}

/** Since Debian 13 and Ubuntu 24.04 three of the packages carry the suffix t64. */
function installable() {
  return packages.map(name => {
    const known = spawnSync('apt-cache', ['policy', `${name}t64`], { encoding: 'utf8' }).stdout ?? ''
    return /Candidate: \d/.test(known) ? `${name}t64` : name
  })
}

/** @param {string} binary path of Electron */
export function ensureSystemLibraries(binary) {
  if (process.platform !== 'linux') return
  const isMissing = () => missingLibraries(binary).length > 0 || (!hasDisplay() && !(has('xvfb-run') && has('xauth')))
  if (!isMissing()) return
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n']
  const mayInstall = has('apt-get') && (asRoot.length === 0 || spawnSync('sudo', ['-n', 'true']).status === 0)
  if (mayInstall) {
    console.error('Installing the system libraries that Electron needs …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = args =>
      spawnSync([...asRoot, 'apt-get'][0], [...asRoot, 'apt-get', ...args].slice(1), {
        stdio: ['ignore', 'ignore', 'inherit'],
        env,
      })
    apt(['update', '-qq'])
    apt(['install', '-y', '-qq', '--no-install-recommends', ...installable()])
  }
  if (!isMissing()) return
  console.error(
    `Electron needs system libraries that are not there: ${missingLibraries(binary).join(', ') || 'a virtual display (xvfb)'}`,
  )
  console.error(`Install them with:\n  sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`)
  process.exit(1)
}

/**
 * Switches for starting Electron from a checkout. Root and machines that forbid user namespaces cannot use Chromium's
 * sandbox; a packaged app never passes this.
 */
export function sandboxSwitches() {
  if (process.platform !== 'linux') return []
  if (process.getuid() === 0) return ['--no-sandbox']
  return spawnSync('unshare', ['-Ur', 'true']).status === 0 ? [] : ['--no-sandbox']
}
