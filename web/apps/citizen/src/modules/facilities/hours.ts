import { has, t } from '../../platform/words'

/** Opening hours as the register writes them (`Mo-Fr 08:00-18:00; Sa off`) in the reader's words. */
export function hoursInWords(rules: string): string {
  return rules
    .split(';')
    .map((rule) => rule.trim().replace('..', t('hours.until')).replace(/24\/7|[A-Za-z]{2,3}/g, (part) => word(part)))
    .filter(Boolean)
    .join(t('hours.and'))
}

function word(part: string): string {
  const key = `hours.${part === '24/7' ? 'always' : part.toLowerCase()}`
  return has(key) ? t(key) : part
}
