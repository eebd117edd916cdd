/** Updates and the licences of the app's parts. */
export const updates = {
  'settings.section.updates': 'Updates',
  'updates.version': 'This is version {version}.',
  'updates.unavailable.from_source': 'This copy runs from its source code and is brought up to date with it.',
  'updates.unavailable.no_key': 'This copy was made without an address for updates. Install a newer one by hand.',
  'updates.unavailable.by_system': 'This copy is brought up to date by your system’s own package manager.',
  'updates.hint':
    'Nothing is asked of the update server unless you ask, or switch the daily check on. It learns your address and this version, nothing else.',
  'updates.channel': 'Versions offered',
  'updates.channel.stable': 'Stable',
  'updates.channel.beta': 'Beta: earlier, less proven',
  'updates.automatic': 'Check once a day and fetch in the background',
  'updates.check': 'Check for updates',
  'updates.lastChecked': 'Last checked {at}',
  'updates.step.checking': 'Asking the update server …',
  'updates.step.up_to_date': 'This is the newest version.',
  'updates.step.downloading': 'Version {found} is being fetched: {share}',
  'updates.step.rehearsing': 'Version {found} is working on a copy of your books …',
  'updates.step.ready': 'Version {found} is ready.',
  'updates.step.installing': 'Restarting …',
  'updates.rehearsed': 'Rehearsed on a copy of your books',
  'updates.rehearsed.not':
    'This system cannot try a version before it is installed. A copy of your books is kept, as always.',
  'updates.rehearsed.integrity': 'Database and journal whole',
  'updates.rehearsed.rows': 'Rows: {before} before, {after} after, none lost',
  'updates.rehearsed.documents': 'Documents received: {received}',
  'updates.rehearsed.same':
    '{replayed, plural, one {The latest document read again, as it stands in the books} other {The latest # documents read again, all as they stand in the books}}',
  'updates.rehearsed.differing':
    '{replayed, plural, one {The latest document read again} other {The latest # documents read again}}: {differing, plural, one {one reads} other {# read}} differently from what stands in the books. What stands there stays.',
  'updates.install': 'Install and restart',
  'updates.install.ask': 'Install version {found}?',
  'updates.install.body':
    'Quittance restarts. This version and your books as they are now are kept for 30 days, so that you can go back.',
  'updates.previous': 'Version {version} and its books are kept until {until}.',
  'updates.back': 'Go back',
  'updates.back.ask': 'Go back to version {version}?',
  'updates.back.body':
    'Quittance restarts with the earlier version. Where that version cannot open today’s books, it opens those kept when you left it; what was done since then stays in a folder beside them, and documents received since must be taken in again.',

  'licences.show': 'Licences of the parts',
  'licences.title': 'Licences',
  'licences.body': 'Quittance is made with these parts by other people. Their licences:',
  'licences.part': '{name} {version}, {licence}',
  'licences.noText': 'The part names its licence and brings no text of it.',
  'licences.missing': 'The list is put together when the app is packed; this copy runs from its source code.',
} as const
