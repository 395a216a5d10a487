// Fails when the first view of an app grows above its budget: the entry of the built index.html
// with everything it imports statically, and its style sheets, gzipped. `apps.json` names the budgets
// and the first views: the page a person lands on, where it is loaded after the entry.
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const APPS = JSON.parse(fs.readFileSync(new URL('../apps.json', import.meta.url), 'utf8'))
const dist = new URL('../dist/', import.meta.url).pathname
let failed = false

for (const app of APPS) {
  const folder = path.join(dist, app.name)
  const manifestFile = path.join(folder, '.vite', 'manifest.json')
  if (!fs.existsSync(manifestFile)) {
    console.error(`size: ${app.name} is not built. Run npm run build first.`)
    process.exit(1)
  }
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'))
  const files = new Set()
  const visit = (key) => {
    const chunk = manifest[key]
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const css of chunk.css ?? []) files.add(css)
    for (const imported of chunk.imports ?? []) visit(imported)
  }
  for (const key of Object.keys(manifest)) {
    const chunk = manifest[key]
    if (chunk.isEntry || app.firstViews.includes(chunk.name)) visit(key)
  }
  const sizes = [...files].map((file) => ({
    file,
    kb: gzipSync(fs.readFileSync(path.join(folder, file))).length / 1024,
  }))
  const sum = (parts) => parts.reduce((total, { kb }) => total + kb, 0)
  const limits = [{ what: 'first view', kb: sum(sizes), budgetKb: app.budgetKb }]
  if (app.scriptKb) {
    limits.push({ what: 'script', kb: sum(sizes.filter(({ file }) => file.endsWith('.js'))), budgetKb: app.scriptKb })
  }
  for (const { what, kb, budgetKb } of limits) {
    console.log(`size: ${app.name} ${what} ${kb.toFixed(1)} kB gz of ${budgetKb} kB`)
    if (kb > budgetKb) {
      console.error(`size: ${app.name} ${what} is above its budget by ${(kb - budgetKb).toFixed(1)} kB.`)
      failed = true
    }
  }
  for (const { file, kb } of sizes.sort((a, b) => b.kb - a.kb).slice(0, 6)) {
    console.log(`  ${kb.toFixed(1).padStart(7)} kB  ${file}`)
  }
}
process.exit(failed ? 1 : 0)
