import type { AuditEntry } from '@shared/api/audit'
import { translated } from '@desk/platform/names'

/** Whom the log names where nobody was signed in. */
const NOBODY = 'anonymous'

/** Who did it, as people call them. */
export function actorOf({ actor, actorName }: Pick<AuditEntry, 'actor' | 'actorName'>): string {
  return actor === NOBODY ? translated('audit.nobody', NOBODY) : actorName || actor
}
