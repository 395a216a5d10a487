import { shallowRef } from 'vue'
import { asProblem, type ApiProblem } from '@shared/api/problem'
import { fetchCategories, type CategoryGroup } from '../../api/open'

const groups = shallowRef<CategoryGroup[]>([])

/** The city's list of problems, fetched when somebody wants to look through it. */
export function useCategories() {
  const problem = shallowRef<ApiProblem | null>(null)

  async function load(): Promise<void> {
    if (groups.value.length > 0) return
    try {
      groups.value = await fetchCategories()
      problem.value = null
    } catch (thrown) {
      problem.value = asProblem(thrown)
    }
  }

  return { groups, problem, load }
}
