import { describe, expect, it } from 'vitest'
import type { CaseFile, CommandField } from '@shared/api/types'
import { MOST_AT_ONCE, marked, sharedCommands } from '@desk/modules/casework/several'

const field = (name: string, type: string, required: boolean) => ({ name, type, required }) as CommandField

const file = (id: number, commands: Record<string, CommandField[]>) =>
  ({ id, commands: Object.entries(commands).map(([command, fields]) => ({ command, fields })) }) as CaseFile

describe('several cases at once', () => {
  it('tells for each command which cases it is open to, the widest first', () => {
    const [first, second] = sharedCommands([file(1, { urge: [] }), file(2, { urge: [], accept: [] })])
    expect([first?.command, first?.open.length, first?.closed.length]).toEqual(['urge', 2, 0])
    expect([second?.command, second?.open[0]?.id, second?.closed[0]?.id]).toEqual(['accept', 2, 1])
  })

  it('leaves out what needs words of each case, and photos that need not be', () => {
    const shared = sharedCommands([
      file(1, {
        merge: [field('into', 'case', true)],
        'report-handled': [field('note', 'text', false), field('after', 'photos', false)],
      }),
    ])
    expect(shared.map(({ command }) => command)).toEqual(['report-handled'])
    expect(shared[0]?.fields.map(({ name }) => name)).toEqual(['note'])
  })

  it('puts a mark on and takes it off, up to the most', () => {
    expect([...marked(new Set([1]), 2)]).toEqual([1, 2])
    expect([...marked(new Set([1, 2]), 1)]).toEqual([2])
    const full = new Set(Array.from({ length: MOST_AT_ONCE }, (_, i) => i))
    expect(marked(full, 999).size).toBe(MOST_AT_ONCE)
  })
})
