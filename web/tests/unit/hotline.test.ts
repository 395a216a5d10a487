import { describe, expect, it } from 'vitest'
import { chosenByKey, descriptionOf, isPhone, isSameKey, newCall } from '@desk/modules/hotline/hotline-form'

function pressed(code: string, more: KeyboardEventInit = {}, on: HTMLElement = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { code, ...more })
  Object.defineProperty(event, 'target', { value: on })
  return event
}

describe('the hotline form', () => {
  it('chooses a proposal with Alt and a digit while a text is written', () => {
    const field = document.createElement('textarea')
    expect(chosenByKey(pressed('Digit2', { altKey: true }, field))).toBe(1)
    expect(chosenByKey(pressed('Digit2', {}, field))).toBeUndefined()
    expect(chosenByKey(pressed('Numpad3'))).toBe(2)
    expect(chosenByKey(pressed('Digit4', { altKey: true }))).toBeUndefined()
    expect(chosenByKey(pressed('Digit1', { ctrlKey: true, altKey: true }))).toBeUndefined()
  })

  it('says with Alt and 4 that an open case is the same problem', () => {
    expect(isSameKey(pressed('Digit4', { altKey: true }))).toBe(true)
    expect(isSameKey(pressed('Digit4'))).toBe(false)
    expect(isSameKey(pressed('Digit4', { altKey: true, ctrlKey: true }))).toBe(false)
  })

  it('asks for a caller once the whole number is there', () => {
    expect(isPhone('139 0000 1234')).toBe(true)
    expect(isPhone('+86 139-0000-1234')).toBe(true)
    expect(isPhone('0724-2345678')).toBe(true)
    expect(isPhone('139 0000')).toBe(false)
  })

  it('keeps the number of a 12345 order, and only of such an order', () => {
    const call = { ...newCall('ORDER_12345'), orderNo: ' 20261124001 ', description: ' lamp is dark ' }
    expect(descriptionOf(call)).toBe('[12345 20261124001] lamp is dark')
    expect(descriptionOf({ ...call, source: 'HOTLINE' })).toBe('lamp is dark')
  })
})
