import type { Ref } from 'vue'
import { get } from '@shared/api/http'
import type { CasePage, CaseRow } from '@shared/api/types'
import { usePaged } from '@desk/platform/use-paged'
import type { ListQuery } from './list-query'

const PAGE_SIZE = 50

/** The cases that the address asks for. */
export function useCaseList(query: Ref<ListQuery>) {
  return usePaged<ListQuery, CaseRow>(
    query,
    (list, cursor, signal, atLeast) => get<CasePage>('/api/cases', { ...list, cursor, limit: Math.max(PAGE_SIZE, atLeast) }, signal),
    ({ id }) => id,
  )
}
