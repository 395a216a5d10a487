import { named } from '@shared/i18n'
import { departmentName, levelName } from '@desk/platform/names'
import { unitsOf } from '@desk/platform/reference'
import { categoryName, sourceName } from './names'
import type { ListQuery } from './list-query'

type Words = (key: string, parameters?: Record<string, unknown>) => string

/** What narrows and sorts a list, each in words, as it stands above a printed one. */
export function filterWords(list: ListQuery, t: Words): string[] {
  const unit = list.unit ? unitsOf(list.level).value.value?.find(({ code }) => code === list.unit) : undefined
  return [
    list.q && `“${list.q}”`,
    list.category && categoryName(list.category),
    list.department && departmentName(list.department),
    list.source && sourceName(list.source),
    list.unit && `${levelName(list.level)} ${unit ? named(unit.name) : list.unit}`,
    list.standing && t(`narrow.standing.${list.standing}`),
    list.mark && t(`narrow.mark.${list.mark}`),
    (list.from || list.to) && t('narrow.reported', { from: list.from || '…', to: list.to || '…' }),
    list.sort !== 'usual' && t(`narrow.sort.${list.sort}`),
  ].filter((one): one is string => Boolean(one))
}
