import { readFileSync } from 'node:fs'
import { expect, launch, sample, test } from './quittance-app'

test.skip(
  process.platform !== 'linux' || process.env['QUITTANCE_PACKAGED'] !== undefined,
  'Linux tells the environment of a process; a packaged app does not tell which process is which',
)

test('the processes that read documents know nothing of the environment the app was started in', async ({
  dataFolder,
}) => {
  process.env['ANTHROPIC_API_KEY'] = 'sk-ant-5eed-of-the-environment'
  const app = await launch(dataFolder).finally(() => Reflect.deleteProperty(process.env, 'ANTHROPIC_API_KEY'))
  await app.drop([sample('01 Papelera del Norte A20481.xml')])
  await app.settled(1)
  const { main, workers } = await app.electron.evaluate(({ app: electron }) => ({
    main: process.pid,
    workers: electron
      .getAppMetrics()
      .filter(({ name }) => name === 'Quittance document worker')
      .map(({ pid }) => pid),
  }))
  const environmentOf = (pid: number) => readFileSync(`/proc/${pid}/environ`, 'utf8')
  // Where it is must be seen, or it proves nothing.
  expect(environmentOf(main)).toContain('sk-ant-5eed')
  expect(workers.length).toBeGreaterThan(0)
  for (const pid of workers) expect(environmentOf(pid)).not.toContain('sk-ant-5eed')
  await app.quit()
})
