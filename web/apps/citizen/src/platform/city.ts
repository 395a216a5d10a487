import { shallowRef } from 'vue'
import { fetchCity, type City } from '../api/open'

const KEPT_UNDER = 'gewu.city'

function kept(): City | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT_UNDER) ?? 'null') as City | null
  } catch {
    return null
  }
}

/** The city as it was last told, at once; then as it is. */
export const city = shallowRef<City | null>(kept())

export async function startCity(): Promise<void> {
  try {
    city.value = await fetchCity()
    localStorage.setItem(KEPT_UNDER, JSON.stringify(city.value))
  } catch {
    // Without a network the app works on with what it knows.
  }
}
