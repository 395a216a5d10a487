/** What a key asks of the list; null when it is not for the list. */
export type ListMove = 'next' | 'previous' | 'act' | 'open' | 'mark'

const MOVES: Record<string, ListMove> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  Enter: 'act',
  o: 'open',
  x: 'mark',
}

interface Key {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
}

/**
 * Letters work wherever nothing is being typed; arrows and Enter only where `inList` says that the
 * list has the focus, so that buttons, links and the map keep theirs.
 */
export function listMove(event: Key, typing: boolean, inList: boolean): ListMove | null {
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return null
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  if (key.length > 1 && !inList) return null
  return MOVES[key] ?? null
}

/** The row a move leads to, staying inside the list. */
export function rowAfter(move: 'next' | 'previous', index: number, length: number): number {
  if (length === 0) return -1
  if (index < 0) return 0
  const step = move === 'next' ? 1 : -1
  return Math.min(length - 1, Math.max(0, index + step))
}
