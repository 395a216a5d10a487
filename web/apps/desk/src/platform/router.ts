import { createRouter, createWebHistory } from 'vue-router'
import { whenSignedOut } from '@shared/api/http'
import type { Right } from '@shared/api/signin'
import { i18n } from '@shared/i18n'
import { forgetSession, loadSession, startPage, unready } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    title: string
    /** Shown to everybody, signed in or not. */
    open?: boolean
    /** Fills the window, without the frame of the desk. */
    bare?: boolean
    /** Any of these rights opens the page. */
    needs?: Right[]
  }
}

export const router = createRouter({
  history: createWebHistory('/desk/'),
  routes: [
    { path: '/', name: 'home', component: () => import('@desk/shell/NowherePage.vue'), meta: { title: 'nowhere.title' } },
    {
      path: '/sign-in',
      name: 'sign-in',
      component: () => import('@desk/modules/signin/SignInPage.vue'),
      meta: { title: 'signIn.title', open: true },
    },
    {
      path: '/code',
      name: 'code',
      component: () => import('@desk/modules/signin/CodePage.vue'),
      meta: { title: 'signIn.codeTitle' },
    },
    {
      path: '/password',
      name: 'password',
      component: () => import('@desk/modules/signin/PasswordPage.vue'),
      meta: { title: 'password.title' },
    },
    {
      path: '/second-factor',
      name: 'second-factor',
      component: () => import('@desk/modules/signin/SecondFactorPage.vue'),
      meta: { title: 'secondFactor.title' },
    },
    {
      path: '/account',
      name: 'account',
      component: () => import('@desk/modules/signin/AccountPage.vue'),
      meta: { title: 'account.title' },
    },
    {
      path: '/cases',
      name: 'cases',
      component: () => import('@desk/modules/casework/CasesPage.vue'),
      meta: { title: 'cases.title', needs: ['READ_CASES'] },
    },
    {
      path: '/cases/:id(\\d+)',
      name: 'case',
      component: () => import('@desk/modules/casework/CasePage.vue'),
      meta: { title: 'case.title', needs: ['READ_CASES'] },
    },
    {
      path: '/department',
      name: 'department',
      component: () => import('@desk/modules/casework/DepartmentDesk.vue'),
      meta: { title: 'deptDesk.title', needs: ['ACT_ON_CASES'] },
    },
    {
      path: '/report',
      name: 'report',
      component: () => import('@desk/modules/report/ReportPage.vue'),
      meta: { title: 'report.title', needs: ['REPORT_PROBLEMS'] },
    },
    {
      path: '/hotline',
      name: 'hotline',
      component: () => import('@desk/modules/hotline/HotlinePage.vue'),
      meta: { title: 'hotline.title', needs: ['TAKE_CALLS'] },
    },
    {
      path: '/assessment',
      name: 'assessment',
      component: () => import('@desk/modules/assessment/AssessmentPage.vue'),
      meta: { title: 'assessment.title', needs: ['READ_ASSESSMENT'] },
    },
    {
      path: '/assessment/cases',
      name: 'assessed-cases',
      component: () => import('@desk/modules/assessment/AssessedCasesPage.vue'),
      meta: { title: 'assessedCases.title', needs: ['READ_ASSESSMENT'] },
    },
    {
      path: '/months',
      name: 'months',
      component: () => import('@desk/modules/appraisal/MonthPage.vue'),
      meta: { title: 'months.title', needs: ['READ_ASSESSMENT'] },
    },
    {
      path: '/points',
      name: 'points',
      component: () => import('@desk/modules/points/PointsPage.vue'),
      meta: { title: 'points.title', needs: ['READ_POINTS'] },
    },
    {
      path: '/points/people/:person',
      name: 'points-person',
      component: () => import('@desk/modules/points/PersonPointsPage.vue'),
      props: true,
      meta: { title: 'points.title', needs: ['READ_POINTS'] },
    },
    {
      path: '/points/adjustments',
      name: 'points-adjustments',
      component: () => import('@desk/modules/points/AdjustmentsPage.vue'),
      meta: { title: 'points.adjustments', needs: ['ADJUST_POINTS'] },
    },
    {
      path: '/rankings',
      name: 'rankings',
      component: () => import('@desk/modules/appraisal/RankingPage.vue'),
      meta: { title: 'appraisal.title', needs: ['READ_ASSESSMENT'] },
    },
    {
      path: '/rankings/:kind/:subject',
      name: 'ranked-subject',
      component: () => import('@desk/modules/appraisal/SubjectPage.vue'),
      meta: { title: 'appraisal.title', needs: ['READ_ASSESSMENT'] },
    },
    {
      path: '/schemes',
      name: 'schemes',
      component: () => import('@desk/modules/appraisal/SchemePage.vue'),
      meta: { title: 'appraisal.schemes', needs: ['READ_ASSESSMENT'] },
    },
    {
      path: '/ledgers',
      name: 'ledgers',
      component: () => import('@desk/modules/ledgers/LedgersPage.vue'),
      meta: { title: 'ledgers.title', needs: ['READ_LEDGERS'] },
    },
    {
      path: '/ledgers/cases',
      name: 'ledger-cases',
      component: () => import('@desk/modules/ledgers/LedgerCasesPage.vue'),
      meta: { title: 'ledgers.cases', needs: ['READ_LEDGERS'] },
    },
    {
      path: '/screen',
      name: 'screen',
      component: () => import('@desk/modules/screen/ScreenPage.vue'),
      meta: { title: 'screen.title', needs: ['READ_SCREEN'], bare: true },
    },
    {
      path: '/routing',
      name: 'routing',
      component: () => import('@desk/modules/routing/RoutingPage.vue'),
      meta: { title: 'routing.title', needs: ['MANAGE_ROUTING'] },
    },
    {
      path: '/held-reports',
      name: 'held',
      component: () => import('@desk/modules/held/HeldPage.vue'),
      meta: { title: 'held.title', needs: ['REVIEW_REPORTS'] },
    },
    {
      path: '/held-reports/words',
      name: 'blocked-words',
      component: () => import('@desk/modules/held/BlockedWordsPage.vue'),
      meta: { title: 'blocked.title', needs: ['REVIEW_REPORTS'] },
    },
    {
      path: '/patrol',
      name: 'patrol',
      component: () => import('@desk/modules/patrol/PatrolPage.vue'),
      meta: { title: 'patrol.title', needs: ['READ_TRACKS'] },
    },
    {
      path: '/notice-fates',
      name: 'notice-fates',
      component: () => import('@desk/modules/notices/NoticeFatesPage.vue'),
      meta: { title: 'fates.title', needs: ['READ_NOTICE_FATES'] },
    },
    {
      path: '/facilities',
      name: 'facilities',
      component: () => import('@desk/modules/facilities/FacilitiesPage.vue'),
      meta: { title: 'facilities.title', needs: ['MANAGE_FACILITIES'] },
    },
    {
      path: '/facilities/at/:code',
      name: 'facility',
      component: () => import('@desk/modules/facilities/FacilityPage.vue'),
      meta: { title: 'facilities.title', needs: ['MANAGE_FACILITIES'] },
    },
    {
      path: '/facilities/new',
      name: 'facility-new',
      component: () => import('@desk/modules/facilities/FacilityPage.vue'),
      meta: { title: 'facilities.add', needs: ['MANAGE_FACILITIES'] },
    },
    {
      path: '/facilities/import',
      name: 'facility-import',
      component: () => import('@desk/modules/facilities/FacilityImportPage.vue'),
      meta: { title: 'facilities.import', needs: ['MANAGE_FACILITIES'] },
    },
    {
      path: '/people',
      name: 'people',
      component: () => import('@desk/modules/people/PeoplePage.vue'),
      meta: { title: 'people.title', needs: ['READ_PEOPLE'] },
    },
    {
      path: '/people/import',
      name: 'people-import',
      component: () => import('@desk/modules/people/ImportPage.vue'),
      meta: { title: 'import.title', needs: ['READ_PEOPLE'] },
    },
    {
      path: '/people/:id',
      name: 'person',
      component: () => import('@desk/modules/people/PersonPage.vue'),
      meta: { title: 'person.title', needs: ['READ_PEOPLE'] },
    },
    {
      path: '/authority',
      name: 'authority',
      component: () => import('@desk/modules/authority/AuthorityPage.vue'),
      meta: { title: 'authority.title', needs: ['MANAGE_AUTHORITY', 'MANAGE_KEYS', 'MANAGE_PEOPLE'] },
    },
    {
      path: '/grids',
      name: 'grids',
      component: () => import('@desk/modules/territory/GridsPage.vue'),
      meta: { title: 'grids.title', needs: ['MANAGE_CITY'] },
    },
    {
      path: '/catalogue',
      name: 'catalogue',
      component: () => import('@desk/modules/catalogue/CataloguePage.vue'),
      meta: { title: 'catalogue.title', needs: ['MANAGE_CITY'] },
    },
    {
      path: '/calendar',
      name: 'calendar',
      component: () => import('@desk/modules/calendar/CalendarPage.vue'),
      meta: { title: 'calendar.title', needs: ['MANAGE_CITY'] },
    },
    {
      path: '/audit',
      name: 'audit',
      component: () => import('@desk/modules/audit/AuditPage.vue'),
      meta: { title: 'audit.title', needs: ['READ_AUDIT'] },
    },
    {
      path: '/data-requests',
      name: 'data-requests',
      component: () => import('@desk/modules/privacy/DataRequestsPage.vue'),
      meta: { title: 'dataRequests.title', needs: ['ANSWER_DATA_REQUESTS'] },
    },
    {
      path: '/problems',
      name: 'problems',
      component: () => import('@desk/shell/ProblemCodePage.vue'),
      meta: { title: 'problemCode.title', open: true },
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
  if (!unready.value && to.name !== 'home') return true
  const start = startPage()
  return to.name === start.name || start
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
