import type { LocationQuery, LocationQueryRaw } from 'vue-router'

/** One text of the address's query, or the empty text. */
export function textOf(query: LocationQuery, name: string): string {
  const value = query[name]
  const text = Array.isArray(value) ? value[0] : value
  return text ?? ''
}

/** The query with some names changed; an empty text takes the name out. */
export function changed(query: LocationQuery, changes: Record<string, string>): LocationQueryRaw {
  const next: LocationQueryRaw = { ...query }
  for (const [name, value] of Object.entries(changes)) {
    if (value) next[name] = value
    else delete next[name]
  }
  return next
}
