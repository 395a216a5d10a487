import type { CaseFile, CommandField } from '@shared/api/types'

/** How many cases are acted on at once. */
export const MOST_AT_ONCE = 50

/** A command that at least one of the marked cases lists, and which of them list it. */
export interface SharedCommand {
  command: string
  fields: CommandField[]
  open: CaseFile[]
  closed: CaseFile[]
}

/** What differs from case to case cannot be said once for several. */
const OF_ONE_CASE = new Set(['photos', 'case', 'category', 'condition'])

/** The commands of the marked cases, the one that most of them list first; what needs words of each case is left out. */
export function sharedCommands(files: CaseFile[]): SharedCommand[] {
  const shared = new Map<string, SharedCommand>()
  for (const file of files) {
    for (const { command, fields } of file.commands) {
      if (fields.some(({ type, required }) => required && OF_ONE_CASE.has(type))) continue
      const one = shared.get(command) ?? { command, fields: fields.filter(({ type }) => !OF_ONE_CASE.has(type)), open: [], closed: [] }
      one.open.push(file)
      shared.set(command, one)
    }
  }
  return [...shared.values()]
    .map((one) => ({ ...one, closed: files.filter((file) => !one.open.includes(file)) }))
    .sort((a, b) => b.open.length - a.open.length)
}

/** The marks with this one put on or taken off; no more are put on than are acted on at once. */
export function marked(marks: ReadonlySet<number>, id: number): Set<number> {
  const next = new Set(marks)
  if (!next.delete(id) && next.size < MOST_AT_ONCE) next.add(id)
  return next
}
