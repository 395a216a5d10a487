import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { nextTick } from 'vue'
import type { CaseFile } from '@shared/api/types'
import { i18n, useLanguage } from '@shared/i18n'
import { announcement } from '@desk/platform/announce'
import CommandPanel from '@desk/modules/casework/CommandPanel.vue'

const NOTE = { name: 'note', type: 'text', required: true }

function file(version: number, commands: string[], id = 1): CaseFile {
  const open = commands.map((command) => ({ command, fields: [NOTE] }))
  return { id, caseNo: 'C1', version, category: 'E0101', timeline: [], commands: open } as unknown as CaseFile
}

async function writing() {
  useLanguage('en')
  announcement.value = ''
  const stubs = { CommandFields: true, RouteNote: true, ElButton: { template: '<button><slot /></button>' } }
  const panel = mount(CommandPanel, { props: { file: file(3, ['report-handled', 'take-up']) }, global: { plugins: [i18n], stubs } })
  await panel.get('[data-command="report-handled"]').trigger('click')
  await nextTick()
  panel.getComponent({ name: 'CommandFields' }).vm.$emit('update:modelValue', { note: 'half written' })
  await nextTick()
  return panel
}

const written = (panel: Awaited<ReturnType<typeof writing>>): unknown =>
  panel.getComponent({ name: 'CommandFields' }).props('modelValue')

describe('what is being written on a case', () => {
  it('stays when the case is only read anew', async () => {
    const panel = await writing()
    await panel.setProps({ file: file(3, ['report-handled']) })
    expect(written(panel)).toEqual({ note: 'half written' })
    expect(announcement.value).toBe('')
  })

  it('stays when the case moved and the step is still open, and says so', async () => {
    const panel = await writing()
    await panel.setProps({ file: file(4, ['report-handled']) })
    expect(written(panel)).toEqual({ note: 'half written' })
    expect(announcement.value).toContain('still here')
  })

  it('goes when the step is no longer open, and says so', async () => {
    const panel = await writing()
    await panel.setProps({ file: file(4, ['close']) })
    expect(panel.find('.form').exists()).toBe(false)
    expect(announcement.value).toContain('no longer open')
  })

  it('goes quietly with the case that it was written on', async () => {
    const panel = await writing()
    await panel.setProps({ file: file(4, ['report-handled'], 2) })
    expect(panel.find('.form').exists()).toBe(false)
    expect(announcement.value).toBe('')
  })
})
