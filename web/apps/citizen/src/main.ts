import '@shared/styles/tokens.css'
import './kit/kit.css'
import { createApp } from 'vue'
import { startCity } from './platform/city'
import { startLargeType } from './platform/large-type'
import { route, startRouter } from './platform/router'
import { insideWechat } from './platform/inside-wechat'
import { startLanguage, t } from './platform/words'
import App from './shell/App.vue'
import { fetchAhead, warmUp } from './shell/pages'

startLargeType()
startRouter()
void startCity()
const words = startLanguage()
fetchAhead(route.value.page)
void words.then(() => {
  createApp(App).mount('#app')
  // Sending what waits is no part of the first view.
  void import('./platform/outbox').then(({ startOutbox }) => startOutbox())
  if (insideWechat()) void shareCard()
})

// What friends see when the page is passed on.
async function shareCard(): Promise<void> {
  const { openWechat } = await import('./platform/wechat')
  ;(await openWechat())?.share(document.title, t('home.lead'))
}

// The app does without it; with it, the app opens and takes a report where there is no network.
async function startWorker(): Promise<void> {
  await navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`)
  const { active } = await navigator.serviceWorker.ready
  await warmUp()
  const loaded = performance.getEntriesByType('resource').map(({ name }) => name)
  active?.postMessage(loaded.filter((address) => address.includes(`${import.meta.env.BASE_URL}assets/`)))
}

if ('serviceWorker' in navigator && import.meta.env.PROD) {
  addEventListener('load', () => void startWorker().catch(() => undefined))
}
