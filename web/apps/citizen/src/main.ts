import '@shared/styles/tokens.css'
import './kit/kit.css'
import { createApp } from 'vue'
import { startLargeType } from './platform/large-type'
import { startLanguage } from './platform/words'
import App from './shell/App.vue'

startLargeType()
void startLanguage().then(() => createApp(App).mount('#app'))
