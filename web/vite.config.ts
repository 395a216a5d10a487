import fs from 'node:fs'
import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vite'
import { aliases } from './aliases.ts'
import apps from './apps.json' with { type: 'json' }
import { serviceWorker } from './tools/service-worker.ts'

const server = process.env.GEWU_URL ?? 'http://127.0.0.1:8080'
const name = process.env.GEWU_APP ?? 'desk'
const app = apps.find((one) => one.name === name)
if (!app) throw new Error(`GEWU_APP is ${name}; there are ${apps.map((one) => one.name).join(', ')}.`)

const lean = {
  __VUE_OPTIONS_API__: 'false',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
}

/** One app at a time, which GEWU_APP names; `npm run build` builds all of them in turn. */
export default defineConfig({
  root: `apps/${name}`,
  base: app.base,
  resolve: { alias: aliases },
  plugins: [
    vue(),
    name === 'desk' && Components({ resolvers: [ElementPlusResolver()], dirs: [], dts: false }),
    fs.existsSync(`apps/${name}/src/worker.ts`) && serviceWorker('src/worker.ts'),
  ],
  // Only Element Plus is written with the options of old; the small apps leave them out.
  define: name === 'desk' ? {} : lean,
  server: {
    proxy: { '/api': server, '/open': server, '/tiles': server },
  },
  worker: { format: 'es' },
  build: {
    outDir: `../../dist/${name}`,
    emptyOutDir: true,
    manifest: true,
    target: ['chrome87', 'edge88', 'safari14', 'firefox88'],
    cssTarget: ['chrome87', 'safari14'],
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
})
