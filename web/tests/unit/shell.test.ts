import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { newIdempotencyKey, withQuery } from '@shared/api/http'
import { ApiProblem, problemOf } from '@shared/api/problem'
import { chosenLanguage, i18n, named, useLanguage } from '@shared/i18n'
import { crossStep } from '@shared/map/cross-step'
import { widthAt } from '@shared/map/base-style'
import { passwordRules } from '@desk/modules/signin/password-rules'
import { faultsOf, usualSource } from '@desk/modules/report/report-form'
import ProblemNote from '@shared/ui/ProblemNote.vue'

describe('the language', () => {
  it('is the one of the address, else the one kept, else Chinese', () => {
    expect(chosenLanguage('?lang=en', 'zh-CN')).toBe('en')
    expect(chosenLanguage('', 'en')).toBe('en')
    expect(chosenLanguage('?lang=fr', null)).toBe('zh-CN')
  })

  it('chooses between the two names of the server and falls back on the other', () => {
    useLanguage('en')
    expect(named({ zh: 'A', en: 'B' })).toBe('B')
    expect(named({ zh: 'A', en: '' })).toBe('A')
    expect(named(null)).toBe('')
  })
})

describe('a problem', () => {
  const note = (problem: ApiProblem) => mount(ProblemNote, { props: { problem }, global: { plugins: [i18n] } })

  it('is told in our words when its code is known, with the values of the detail', () => {
    useLanguage('en')
    const text = note(
      new ApiProblem({ status: 409, code: 'casework.needs-arbitration', detail: 'Departments sent the case back (2) times.' }),
    ).text()
    expect(text).toContain('sent the case back 2 times')
  })

  it('is told in the words of the server when its code is not known', () => {
    expect(note(new ApiProblem({ status: 409, code: 'moon.full', detail: 'The moon (full) says no.' })).text()).toContain(
      'The moon (full) says no.',
    )
  })

  it('offers to reload a case that somebody else has moved', async () => {
    const wrapper = note(new ApiProblem({ status: 409, code: 'casework.stale' }))
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('retry')).toHaveLength(1)
  })

  it('shows the number of an incident', () => {
    expect(note(new ApiProblem({ status: 500, code: 'internal', incident: '3f1c' })).text()).toContain('3f1c')
  })

  it('is made even of an answer that is no JSON', async () => {
    const problem = await problemOf(new Response('<html>Bad gateway</html>', { status: 502 }))
    expect(problem).toMatchObject({ status: 502, code: 'http.502' })
  })
})

describe('requests', () => {
  it('leave empty values out of the query', () => {
    expect(withQuery('/api/cases', { view: 'open', q: '', cursor: null, limit: 50 })).toBe('/api/cases?view=open&limit=50')
  })

  it('carry keys that are UUIDs and never the same', () => {
    expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(newIdempotencyKey()).not.toBe(newIdempotencyKey())
  })
})

describe('the map', () => {
  it('moves the cross-hair ten pixels, one with Shift, and leaves other keys alone', () => {
    expect(crossStep('ArrowUp', false)).toEqual([0, 10])
    expect(crossStep('ArrowLeft', true)).toEqual([-1, 0])
    expect(crossStep('a', false)).toBeNull()
  })

  it('draws roads wider the nearer one looks, and none from far away', () => {
    const stops = [[12, 1], [14, 5]] as const
    expect(widthAt(stops, 10)).toBe(0)
    expect(widthAt(stops, 13)).toBe(3)
    expect(widthAt(stops, 19)).toBe(5)
  })
})

describe('the forms', () => {
  it('tell which password rules are kept', () => {
    const kept = (next: string) => passwordRules(next, 'one-time-secret', 'zhou').map((rule) => rule.kept)
    expect(kept('a long new secret')).toEqual([true, true, true, true])
    expect(kept('short')).toEqual([false, true, true, true])
    expect(kept('aaaaaaaaaaab')).toEqual([true, false, true, true])
    expect(kept('one-time-secret')).toEqual([true, true, false, true])
    expect(kept('the secret of Zhou')).toEqual([true, true, true, false])
  })

  it('say what a report still lacks', () => {
    const asked = { code: '1', text: { zh: 'q', en: 'q' }, kind: 'YES_NO' as const, required: true, choices: [] }
    const filled = { position: [112, 31] as [number, number], category: 'E0110', description: 'Rubbish.', answers: {} }
    expect(faultsOf({ position: null, category: '', description: ' ', answers: {} }, [])).toEqual(['position', 'category', 'description'])
    expect(faultsOf(filled, [])).toEqual([])
    expect(faultsOf(filled, [asked])).toEqual(['questions'])
    expect(faultsOf({ ...filled, answers: { 1: 'no' } }, [asked])).toEqual([])
  })

  it('offer the usual source of a post', () => {
    expect(usualSource(['SUPERVISOR', 'CHECKER'])).toBe('SUPERVISOR')
    expect(usualSource(['INTAKE_CLERK'])).toBe('HOTLINE')
  })
})
