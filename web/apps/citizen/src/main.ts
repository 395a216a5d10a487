import '@shared/styles/tokens.css'
import './kit/kit.css'
import { createApp } from 'vue'
import { startCity } from './platform/city'
import { startLargeType } from './platform/large-type'
import { startRouter } from './platform/router'
import { startLanguage } from './platform/words'
import App from './shell/App.vue'

startLargeType()
startRouter()
void startCity()
void startLanguage().then(() => {
  createApp(App).mount('#app')
  // Sending what waits is no part of the first view.
  void import('./platform/outbox').then(({ startOutbox }) => startOutbox())
})

// The app does without it; with it, the app opens where there is no network.
if ('serviceWorker' in navigator && import.meta.env.PROD) {
  addEventListener('load', () => void navigator.serviceWorker.register(`${import.meta.env.BASE_URL}sw.js`).catch(() => undefined))
}
