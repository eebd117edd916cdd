// Holds a data folder the way an engine does, until it is killed.
import Database from 'better-sqlite3'
import { join } from 'node:path'

const lock = new Database(join(process.argv[2], 'engine.lock'))
lock.exec('BEGIN EXCLUSIVE')
process.send('held')
setInterval(() => lock.open, 1_000)
