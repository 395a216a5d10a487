import { durationParts } from '@shared/i18n/format'

/** When a photo was taken, seen from the report; empty where it does not say. */
export function takenWords(seconds: number | undefined, t: (key: string, values?: Record<string, unknown>) => string): string {
  if (seconds === undefined) return ''
  const { form, ...parts } = durationParts(Math.round(Math.abs(seconds) / 60))
  return t(seconds < 0 ? 'evidence.takenBefore' : 'evidence.takenAfter', { span: t(`duration.${form}`, parts) })
}
