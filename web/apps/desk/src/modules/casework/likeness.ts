import { useI18n } from 'vue-i18n'
import type { Likeness } from '@shared/api/duplicates'

const HOURS_UNTIL = 48

/** Puts the grounds of a likeness into words, the strongest first. */
export function useGrounds(): (likeness: Likeness) => string[] {
  const { t } = useI18n()
  return ({ samePhoto, component, metres, hours, words }) => [
    ...(samePhoto ? [t('duplicates.samePhoto')] : []),
    ...(component ? [t('duplicates.component', { name: component })] : []),
    t('duplicates.metres', { metres }),
    hours < HOURS_UNTIL ? t('duplicates.hours', { hours }) : t('duplicates.days', { days: Math.round(hours / 24) }),
    t('duplicates.words', { percent: words }),
  ]
}
