import type { Department } from '@shared/api/types'

/** One organisation as a line of the tree. */
export interface TreeLine {
  department: Department
  depth: number
  hasBelow: boolean
  open: boolean
  position: number
  siblings: number
}

function belowOf(departments: readonly Department[]): Map<string, Department[]> {
  const known = new Set(departments.map(({ code }) => code))
  const below = new Map<string, Department[]>()
  for (const department of departments) {
    const parent = department.parent && known.has(department.parent) ? department.parent : ''
    below.set(parent, [...(below.get(parent) ?? []), department])
  }
  return below
}

/** The lines in sight: an organisation shows those below it only while it is open. */
export function treeLines(departments: readonly Department[], opened: ReadonlySet<string>): TreeLine[] {
  const below = belowOf(departments)
  const lines: TreeLine[] = []
  const visit = (parent: string, depth: number): void => {
    const children = below.get(parent) ?? []
    children.forEach((department, index) => {
      const hasBelow = below.has(department.code)
      const open = hasBelow && opened.has(department.code)
      lines.push({ department, depth, hasBelow, open, position: index + 1, siblings: children.length })
      if (open) visit(department.code, depth + 1)
    })
  }
  visit('', 1)
  return lines
}

/** The organisations above one, nearest first; they must be open for it to be in sight. */
export function ancestors(departments: readonly Department[], code: string): string[] {
  const parents = new Map(departments.map((one) => [one.code, one.parent ?? '']))
  const above: string[] = []
  let next = parents.get(code) ?? ''
  while (next && !above.includes(next)) {
    above.push(next)
    next = parents.get(next) ?? ''
  }
  return above
}

export type TreeMove = { to: number } | { open: string } | { close: string } | null

/** What an arrow key asks of the tree, as trees everywhere understand it. */
export function treeMove(key: string, lines: readonly TreeLine[], at: number): TreeMove {
  const line = lines[at]
  if (!line) return null
  const { code } = line.department
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(lines.length - 1, at + 1) }
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) }
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: lines.length - 1 }
    case 'ArrowRight':
      if (line.open) return { to: at + 1 }
      return line.hasBelow ? { open: code } : null
    case 'ArrowLeft': {
      if (line.open) return { close: code }
      let parent = at - 1
      while (parent >= 0 && (lines[parent]?.depth ?? 0) >= line.depth) parent -= 1
      return parent >= 0 ? { to: parent } : null
    }
    default:
      return null
  }
}
