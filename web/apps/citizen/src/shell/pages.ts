import { defineAsyncComponent, type Component } from 'vue'
import HomePage from '../modules/home/HomePage.vue'
import { loadAllWords } from '../platform/words'
import LoadFailed from './LoadFailed.vue'

interface Page {
  title: string
  component: Component
  home?: boolean
}

function later(load: () => Promise<{ default: Component }>): Component {
  const loader = async (): Promise<Component> => {
    const [page] = await Promise.all([load(), loadAllWords()])
    return page.default
  }
  return defineAsyncComponent({ loader, errorComponent: LoadFailed, delay: 0 })
}

// Only the first page travels with the shell.
const HOME: Page = { title: 'home.title', component: HomePage, home: true }

const report = (): Promise<{ default: Component }> => import('../modules/report/ReportPage.vue')
const follow = (): Promise<{ default: Component }> => import('../modules/follow/FollowPage.vue')

/** Fetches what must not be missing when the network is: reporting, and what waits to be sent. */
export async function warmUp(): Promise<void> {
  await Promise.all([report(), follow(), loadAllWords()])
}

const PAGES: Record<string, Page> = {
  home: HOME,
  report: { title: 'report.title', component: later(report) },
  follow: { title: 'follow.title', component: later(follow) },
  r: { title: 'followed.title', component: later(() => import('../modules/follow/FollowedPage.vue')) },
  assessment: { title: 'assessment.title', component: later(() => import('../modules/assessment/AssessmentPage.vue')) },
  ranking: { title: 'ranking.title', component: later(() => import('../modules/assessment/RankingPage.vue')) },
  subject: { title: 'subject.title', component: later(() => import('../modules/assessment/SubjectPage.vue')) },
  figure: { title: 'figure.title', component: later(() => import('../modules/assessment/FigurePage.vue')) },
  case: { title: 'shownCase.title', component: later(() => import('../modules/assessment/ShownCasePage.vue')) },
  facilities: { title: 'facilities.title', component: later(() => import('../modules/facilities/FacilitiesPage.vue')) },
  nearby: { title: 'nearby.title', component: later(() => import('../modules/nearby/NearbyPage.vue')) },
}

/** An address that leads nowhere leads home. */
export function pageOf(name: string): Page {
  return PAGES[name] ?? HOME
}
