import { createRouter, createWebHistory } from 'vue-router'
import { whenSignedOut } from '@shared/api/http'
import { i18n } from '@shared/i18n'
import { forgetSession, loadSession, mustChangePassword } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    title: string
    open?: boolean
  }
}

export const router = createRouter({
  history: createWebHistory('/desk/'),
  routes: [
    { path: '/', redirect: '/cases' },
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('@desk/modules/people/SignInPage.vue'),
      meta: { title: 'signIn.title', open: true },
    },
    {
      path: '/password',
      name: 'password',
      component: () => import('@desk/modules/people/PasswordPage.vue'),
      meta: { title: 'password.title' },
    },
    {
      path: '/cases',
      name: 'cases',
      component: () => import('@desk/modules/casework/CasesPage.vue'),
      meta: { title: 'cases.title' },
    },
    {
      path: '/cases/:id(\\d+)',
      name: 'case',
      component: () => import('@desk/modules/casework/CasePage.vue'),
      meta: { title: 'case.title' },
    },
    {
      path: '/report',
      name: 'report',
      component: () => import('@desk/modules/report/ReportPage.vue'),
      meta: { title: 'report.title' },
    },
    {
      path: '/assessment',
      name: 'assessment',
      component: () => import('@desk/modules/assessment/AssessmentPage.vue'),
      meta: { title: 'assessment.title' },
    },
    {
      path: '/assessment/cases',
      name: 'assessed-cases',
      component: () => import('@desk/modules/assessment/AssessedCasesPage.vue'),
      meta: { title: 'assessedCases.title' },
    },
    {
      path: '/:rest(.*)*',
      name: 'nowhere',
      component: () => import('@desk/shell/NowherePage.vue'),
      meta: { title: 'nowhere.title' },
    },
  ],
})

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  const session = await loadSession().catch(() => undefined)
  // Undefined: the server could not say. The page itself then tells why.
  if (session === null) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
  if (mustChangePassword.value && to.name !== 'password') return { name: 'password' }
  return true
})

router.afterEach((to) => {
  document.title = `${i18n.global.t(to.meta.title)} · ${i18n.global.t('app.name')}`
})

whenSignedOut(() => {
  forgetSession()
  const from = router.currentRoute.value
  if (from.meta.open) return
  void router.push({ name: 'sign-in', query: { to: from.fullPath, why: 'expired' } })
})
