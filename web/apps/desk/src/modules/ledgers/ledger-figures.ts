/** What belongs together in a ledger, in the order people read it. */
const GROUPS: readonly { name: string; facts: readonly string[] }[] = [
  { name: 'extension', facts: ['extension_asked', 'extension_granted'] },
  { name: 'suspension', facts: ['suspension_asked', 'suspension_granted', 'suspended_now', 'review_due'] },
  { name: 'cancellation', facts: ['cancellation_asked', 'cancelled'] },
  { name: 'returns', facts: ['returned', 'arbitrated', 'reworked'] },
  { name: 'appeals', facts: ['appealed', 'waived'] },
  { name: 'pressure', facts: ['urged', 'ordered'] },
]

/** The groups with those of their facts that the server counts; a fact we have no place for stands last. */
export function columnGroups(facts: readonly string[]): { name: string; facts: string[] }[] {
  const placed = GROUPS.map(({ name, facts: own }) => ({ name, facts: own.filter((fact) => facts.includes(fact)) }))
  const rest = facts.filter((fact) => !GROUPS.some((group) => group.facts.includes(fact)))
  return [...placed, { name: 'other', facts: rest }].filter((group) => group.facts.length > 0)
}

/** A dash where nothing was dispatched: a part of nothing is not zero. */
export function ratioText(ratio: number | null | undefined, locale: string): string {
  if (ratio === null || ratio === undefined) return '–'
  return new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(ratio)
}
