import '@shared/styles/tokens.css'
import '@shared/styles/base.css'
import './field.css'
import { createApp } from 'vue'
import { registerWorker } from '@shared/offline/worker'
import { startDuty } from './platform/duty'
import { startLargeType } from './platform/large-type'
import { startPosition } from './platform/position'
import { router } from './platform/router'
import { startSending } from './platform/sending'
import { startSessionOfPhone } from './platform/session'
import { openStock } from './platform/stock'
import { updateWaits } from './platform/update'
import { startLanguage } from './platform/words'
import App from './shell/App.vue'

async function start(): Promise<void> {
  startLargeType()
  await Promise.all([startLanguage(), startSessionOfPhone().then(openStock)])
  startPosition()
  startSending()
  startDuty()
  createApp(App).use(router).mount('#app')
  // Without a worker the app works as long as there is a network.
  registerWorker('/field/', updateWaits).catch(() => undefined)
}

void start()
