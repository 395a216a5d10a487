import { ref } from 'vue'

const KEPT_UNDER = 'gewu.large-type'

export const largeType = ref(false)

export function useLargeType(large: boolean): void {
  largeType.value = large
  localStorage.setItem(KEPT_UNDER, large ? 'yes' : 'no')
  document.documentElement.dataset.size = large ? 'large' : 'usual'
}

export function startLargeType(): void {
  useLargeType(localStorage.getItem(KEPT_UNDER) === 'yes')
}
