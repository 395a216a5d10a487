/** The words of what people do, in the order of the filter: the log joins them with dots. */
const WORDS = [
  'session create',
  'session delete',
  'session password change',
  'session data read',
  'sessions delete',
  'second-factor create',
  'second-factor change',
  'second-factor delete',
  'tokens create',
  'tokens delete',
  'devices invitations create',
  'devices create',
  'devices delete',
  'accounts create',
  'accounts password create',
  'accounts disabled change',
  'accounts sessions delete',
  'accounts second-factor delete',
  'accounts devices delete',
  'departments change',
  'people change',
  'people certificates create',
  'people imports create',
  'postings create',
  'postings end change',
  'postings deputies create',
  'separations change',
  'cases create',
  'cases commands create',
  'cases reporter openings create',
  'personal-data open',
  'personal-data search',
  'callers history create',
  'photos create',
  'components imports create',
  'data-requests copies create',
  'data-requests erasures create',
  'keys rotations create',
  'audit read',
  'audit export',
] as const

export const ACTIONS: readonly string[] = WORDS.map((words) => words.replaceAll(' ', '.'))

/** The key of the words for an action. */
export function actionKey(action: string): string {
  return `auditAction.${action.replaceAll('.', '-')}`
}
