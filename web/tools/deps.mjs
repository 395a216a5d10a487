// Runs `npm ci` only when the lock file or Node changed since the last time.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

const MARK = 'node_modules/.installed-lock'
const wanted = createHash('sha256')
  .update(fs.readFileSync('package-lock.json'))
  .update(process.version)
  .digest('hex')

if (fs.existsSync(MARK) && fs.readFileSync(MARK, 'utf8') === wanted) {
  console.log('web: dependencies are up to date')
} else {
  const run = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) {
    console.error('web: npm ci failed. It needs Node 20.19 or newer and a reachable npm registry.')
    process.exit(run.status ?? 1)
  }
  fs.writeFileSync(MARK, wanted)
}
