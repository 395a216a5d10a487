import '@shared/styles/tokens.css'
import '@shared/styles/base.css'
import { createApp } from 'vue'
import { i18n, language } from '@shared/i18n'
import App from './App.vue'

document.documentElement.lang = language.value
createApp(App).use(i18n).mount('#app')
