import { describe, expect, it } from 'vitest'
import { commandBody, firstValues, leadingCommand, missingFields } from '@desk/modules/casework/command-form'
import type { CommandField } from '@shared/api/types'

const dispatch: CommandField[] = [
  { name: 'department', type: 'department', required: true },
  { name: 'assisting', type: 'departments', required: false },
]
const file: CommandField[] = [
  { name: 'category', type: 'category', required: true },
  { name: 'condition', type: 'condition', required: false },
]
const decide: CommandField[] = [
  { name: 'waived', type: 'boolean', required: true },
  { name: 'reason', type: 'reason', required: true },
]

describe('the form of a command', () => {
  it('begins with what the case already says', () => {
    expect(firstValues(file, { category: 'E0110', condition: '2' })).toEqual({ category: 'E0110', condition: '2' })
  })

  it('leaves a yes or no open until somebody decides', () => {
    const values = firstValues(decide, {})
    expect(missingFields(decide, values)).toEqual(['waived', 'reason'])
    expect(missingFields(decide, { waived: false, reason: 'The road was closed.' })).toEqual([])
  })

  it('takes blanks for nothing', () => {
    expect(missingFields(dispatch, { department: '  ', assisting: [] })).toEqual(['department'])
  })

  it('wants a limit above zero', () => {
    const fields: CommandField[] = [{ name: 'limit', type: 'limit', required: true }]
    expect(missingFields(fields, { limit: { amount: 0, unit: 'WORK_DAY' } })).toEqual(['limit'])
    expect(missingFields(fields, { limit: { amount: 2, unit: 'WORK_DAY' } })).toEqual([])
  })

  it('sends the version seen, texts trimmed, empty texts not at all, empty lists as they are', () => {
    expect(commandBody('dispatch', 3, dispatch, { department: ' HW1 ', assisting: [] })).toEqual({
      command: 'dispatch',
      version: 3,
      department: 'HW1',
      assisting: [],
    })
    expect(commandBody('file', 2, file, { category: 'E0110', condition: '' })).toEqual({
      command: 'file',
      version: 2,
      category: 'E0110',
    })
  })

  it('sends a no as a no', () => {
    expect(commandBody('decide-appeal', 9, decide, { waived: false, reason: 'r' })).toMatchObject({ waived: false })
  })

  it('leads with the command that brings the case on', () => {
    expect(leadingCommand(['urge', 'refuse-acceptance', 'accept'])).toBe('accept')
    expect(leadingCommand(['cancel', 'urge'])).toBeUndefined()
  })

  it('leads with the report, not with giving the case to a colleague', () => {
    expect(leadingCommand(['assign-inside', 'report-handled'])).toBe('report-handled')
  })
})
