/** What a key asks of the list; null when it is not for the list. */
export type ListMove =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'act'
  | 'open'
  | 'mark'
  | 'several'
  | 'unmark'
  | 'more'
  | 'nextView'
  | 'previousView'
  | 'filters'
  | 'columns'
  | 'save'
  | 'print'
  | `saved${number}`

/** Every key of the list, as the help sheet tells them. */
export const LIST_KEYS: readonly { move: ListMove; keys: readonly string[] }[] = [
  { move: 'next', keys: ['j', 'ArrowDown'] },
  { move: 'previous', keys: ['k', 'ArrowUp'] },
  { move: 'first', keys: ['Home'] },
  { move: 'last', keys: ['End'] },
  { move: 'act', keys: ['Enter'] },
  { move: 'open', keys: ['o'] },
  { move: 'mark', keys: ['x'] },
  { move: 'several', keys: ['a'] },
  { move: 'unmark', keys: ['u'] },
  { move: 'more', keys: ['m'] },
  { move: 'previousView', keys: ['['] },
  { move: 'nextView', keys: [']'] },
  { move: 'filters', keys: ['f'] },
  { move: 'columns', keys: ['c'] },
  { move: 'save', keys: ['s'] },
  { move: 'print', keys: ['p'] },
]

const MOVES = new Map(LIST_KEYS.flatMap(({ move, keys }) => keys.map((key) => [key, move] as const)))

/** Moves that need a line to act on; the others work on an empty list too. */
const ON_LINES: ReadonlySet<ListMove> = new Set(['next', 'previous', 'first', 'last', 'act', 'open', 'mark', 'several', 'more'])

export const needsLines = (move: ListMove): boolean => ON_LINES.has(move)

interface Key {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/**
 * Letters work wherever nothing is being typed; arrows, Enter and their like only where `inList` says
 * that the list has the focus, so that buttons, links and the map keep theirs. A digit opens the
 * saved list that stands there.
 */
export function listMove(event: Key, typing: boolean, inList: boolean): ListMove | null {
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return null
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (key.length > 1 && !inList) return null
  if (/^[1-9]$/.test(key)) return `saved${Number(key)}`
  return MOVES.get(key) ?? null
}

/** The row a move leads to, staying inside the list. */
export function rowAfter(move: 'next' | 'previous' | 'first' | 'last', index: number, length: number): number {
  if (length === 0) return -1
  if (move === 'first') return 0
  if (move === 'last') return length - 1
  if (index < 0) return 0
  const step = move === 'next' ? 1 : -1
  return Math.min(length - 1, Math.max(0, index + step))
}
