// Builds every app of apps.json in turn, or those named on the command line.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = new URL('../', import.meta.url).pathname
const vite = path.join(root, 'node_modules/vite/bin/vite.js')
const names = JSON.parse(fs.readFileSync(path.join(root, 'apps.json'), 'utf8')).map((app) => app.name)
const wanted = process.argv.slice(2)

for (const name of wanted.length > 0 ? wanted : names) {
  const run = spawnSync(process.execPath, [vite, 'build'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, GEWU_APP: name },
  })
  if (run.status !== 0) process.exit(run.status ?? 1)
}
