import '@shared/styles/tokens.css'
import '@shared/styles/base.css'
import '@shared/styles/element.css'
import '@shared/styles/print.css'
import { createApp } from 'vue'
import { i18n, language } from '@shared/i18n'
import { router } from './platform/router'
import App from './shell/App.vue'

document.documentElement.lang = language.value
createApp(App).use(i18n).use(router).mount('#app')
