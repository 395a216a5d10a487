import { createRouter, createWebHistory } from 'vue-router'
import ReportPage from '../pages/ReportPage.vue'
import { person } from './session'

export const router = createRouter({
  history: createWebHistory('/field/'),
  routes: [
    { path: '/', name: 'report', component: ReportPage },
    { path: '/tasks', name: 'tasks', component: () => import('../pages/TasksPage.vue') },
    { path: '/tasks/:id', name: 'task', component: () => import('../pages/TaskPage.vue'), props: true },
    { path: '/map', name: 'map', component: () => import('../pages/MapPage.vue') },
    { path: '/me', name: 'me', component: () => import('../pages/MyPage.vue') },
    { path: '/points', name: 'points', component: () => import('../pages/PointsPage.vue') },
    { path: '/outbox', name: 'outbox', component: () => import('../pages/OutboxPage.vue') },
    { path: '/sign-in', name: 'sign-in', component: () => import('../pages/SignInPage.vue') },
    { path: '/:nowhere(.*)*', redirect: '/' },
  ],
  scrollBehavior: () => ({ top: 0 }),
})

// Only who has never signed in on this phone is sent to the door; the rest works without the server.
router.beforeEach((to) => {
  if (!person.value && to.name !== 'sign-in') return { name: 'sign-in', replace: true }
  return true
})
