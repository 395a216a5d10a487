import { named } from '@shared/i18n'
import type { Indicator } from '@shared/api/types'

/** So many figures side by side can be read. */
const READABLE = 8

export const ALL = 'all'
const OTHER = 'other'

/** A group's name in the address: the same in both languages. */
const keyOf = ({ group }: Indicator): string => group?.en ?? OTHER

export interface IndicatorGroup {
  key: string
  says: string
  indicators: Indicator[]
}

/** The groups that figures are shown by, in the order of their indicators; none where all can be read at once. */
export function groupsOf(indicators: Indicator[], other: string): IndicatorGroup[] {
  if (indicators.length <= READABLE) return []
  return [...new Set(indicators.map(keyOf))].map((key) => {
    const own = indicators.filter((one) => keyOf(one) === key)
    return { key, says: named(own[0]?.group) || other, indicators: own }
  })
}

/** The group asked for, or the first; `all` shows every figure. */
export function chosenGroup(groups: IndicatorGroup[], asked: string): string {
  if (asked === ALL || groups.some(({ key }) => key === asked)) return asked
  return groups[0]?.key ?? ALL
}
