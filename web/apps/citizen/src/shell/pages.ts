import { defineAsyncComponent, type Component } from 'vue'
import HomePage from '../modules/home/HomePage.vue'
import { fetchWordsAhead, loadAllWords } from '../platform/words'
import LoadFailed from './LoadFailed.vue'

interface Page {
  title: string
  component: Component
  /** Fetches the code of a page that does not travel with the shell. */
  load?: Load
  home?: boolean
}

type Load = () => Promise<{ default: Component }>

function later(title: string, load: Load): Page {
  const loader = async (): Promise<Component> => {
    const [page] = await Promise.all([load(), loadAllWords()])
    return page.default
  }
  return { title, component: defineAsyncComponent({ loader, errorComponent: LoadFailed, delay: 0 }), load }
}

// Only the first page travels with the shell.
const HOME: Page = { title: 'home.title', component: HomePage, home: true }

const report: Load = () => import('../modules/report/ReportPage.vue')
const follow: Load = () => import('../modules/follow/FollowPage.vue')

/** Fetches what must not be missing when the network is: reporting, and what waits to be sent. */
export async function warmUp(): Promise<void> {
  await Promise.all([report(), follow(), loadAllWords()])
}

const PAGES: Record<string, Page> = {
  home: HOME,
  report: later('report.title', report),
  follow: later('follow.title', follow),
  r: later('followed.title', () => import('../modules/follow/FollowedPage.vue')),
  assessment: later('assessment.title', () => import('../modules/assessment/AssessmentPage.vue')),
  ranking: later('ranking.title', () => import('../modules/assessment/RankingPage.vue')),
  subject: later('subject.title', () => import('../modules/assessment/SubjectPage.vue')),
  figure: later('figure.title', () => import('../modules/assessment/FigurePage.vue')),
  case: later('shownCase.title', () => import('../modules/assessment/ShownCasePage.vue')),
  facilities: later('facilities.title', () => import('../modules/facilities/FacilitiesPage.vue')),
  nearby: later('nearby.title', () => import('../modules/nearby/NearbyPage.vue')),
}

/** Begins to fetch what a page needs while the words of the shell are still on their way; it is asked for again when it is shown. */
export function fetchAhead(name: string): void {
  const load = PAGES[name]?.load
  if (!load) return
  load().catch(() => undefined)
  fetchWordsAhead()
}

/** An address that leads nowhere leads home. */
export function pageOf(name: string): Page {
  return PAGES[name] ?? HOME
}
