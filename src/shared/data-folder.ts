/**
 * Where the books live unless `--data` says otherwise: the platform's folder for application data.
 *
 * @param machine what is known of the machine, handed in so that both the app and the terminal can ask
 * @returns absolute path: `$XDG_DATA_HOME/quittance` or `~/.local/share/quittance` on Linux,
 *   `~/Library/Application Support/Quittance` on macOS, `%APPDATA%\Quittance` on Windows
 */
export function defaultDataFolder(machine: {
  readonly platform: string
  readonly home: string
  readonly env: Readonly<Record<string, string | undefined>>
}): string {
  const { platform, home, env } = machine
  if (platform === 'win32') return `${env['APPDATA'] ?? `${home}\\AppData\\Roaming`}\\Quittance`
  if (platform === 'darwin') return `${home}/Library/Application Support/Quittance`
  return `${env['XDG_DATA_HOME'] || `${home}/.local/share`}/quittance`
}
