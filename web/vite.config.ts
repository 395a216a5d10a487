import vue from '@vitejs/plugin-vue'
import Components from 'unplugin-vue-components/vite'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import { defineConfig } from 'vite'
import { aliases } from './aliases.ts'

const server = process.env.GEWU_URL ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: 'apps/desk',
  base: '/desk/',
  resolve: { alias: aliases },
  plugins: [vue(), Components({ resolvers: [ElementPlusResolver()], dirs: [], dts: false })],
  server: {
    proxy: { '/api': server, '/tiles': server },
  },
  build: {
    outDir: '../../dist/desk',
    emptyOutDir: true,
    manifest: true,
    target: ['chrome87', 'edge88', 'safari14', 'firefox88'],
    cssTarget: ['chrome87', 'safari14'],
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
})
