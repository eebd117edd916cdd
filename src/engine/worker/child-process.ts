import { fork } from 'node:child_process'
import type { StartWorker, WorkerMessage } from './protocol'

// What a program needs to run at all. Nothing else of our environment is a parser's business: no key, no token, no proxy.
const passedOn = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'windir', 'LD_LIBRARY_PATH']

/**
 * Starts document workers as child processes of plain Node (tests, terminal). A packaged window app cannot: there
 * main starts utility processes.
 *
 * @param script path of the built `document-worker.js`
 */
export function forkWorkers(script: string): StartWorker {
  return () => {
    const child = fork(script, [], {
      // Structured clone: pages and pictures cross as bytes, not as text.
      serialization: 'advanced',
      env: workerEnvironment(process.env),
      execArgv: [],
      // What a parser prints may hold the document's text, and standard output belongs to the terminal's own answers.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const kill = () => void child.kill('SIGKILL')
    let hasExited = false
    const listeners: (() => void)[] = []
    const gone = () => {
      if (hasExited) return
      hasExited = true
      for (const listener of listeners) listener()
    }
    child.on('exit', gone)
    child.on('error', () => {
      // It could not be started, or no longer be spoken to: either way it is of no use.
      kill()
      if (child.pid === undefined) gone()
    })
    child.on('disconnect', kill)
    return {
      pid: child.pid,
      // A failed send means the process is ending; `exit` tells.
      post: request => void child.send(request, () => undefined),
      onMessage: listener => void child.on('message', message => listener(message as WorkerMessage)),
      onExit: listener => {
        if (hasExited) listener()
        else listeners.push(listener)
      },
      kill,
    }
  }
}

function workerEnvironment(ours: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = passedOn.flatMap(name => (ours[name] === undefined ? [] : [[name, ours[name]] as const]))
  return { ...Object.fromEntries(kept), ELECTRON_RUN_AS_NODE: '1' }
}
