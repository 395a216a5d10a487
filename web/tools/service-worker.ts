import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'vite'

const KEPT = /\.(js|css|html|svg|png|webmanifest)$/

function filesUnder(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(file) : [file]
  })
}

/**
 * Builds `entry` to `sw.js` after the app, with the list of the app's files in it
 * (`__KEPT_FILES__`). A file under `assets` has its hash in its name; the others get one here.
 */
export function serviceWorker(entry: string): Plugin {
  let root = ''
  let out = ''
  let base = '/'
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root
      out = path.resolve(config.root, config.build.outDir)
      base = config.base
    },
    async closeBundle() {
      const files = filesUnder(out)
        .filter((file) => KEPT.test(file) && path.basename(file) !== 'sw.js')
        .sort()
        .map((file) => {
          const name = path.relative(out, file).split(path.sep).join('/')
          const revision = name.startsWith('assets/')
            ? null
            : createHash('sha256').update(fs.readFileSync(file)).digest('hex').slice(0, 16)
          return { url: base + name, revision }
        })
      await build({
        configFile: false,
        root,
        logLevel: 'warn',
        define: { __KEPT_FILES__: JSON.stringify(files), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir: out,
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'chrome87',
          lib: { entry: path.resolve(root, entry), formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
        },
      })
    },
  }
}
