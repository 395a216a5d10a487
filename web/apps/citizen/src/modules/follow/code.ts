const LENGTH = 10
// What is mistaken for something else is in no code: 0, 1, I, L, O, U.
const SHAPE = new RegExp(`^[23456789ABCDEFGHJKMNPQRSTVWXYZ]{${LENGTH}}$`)

/** Whether this can be the code of a report, however it was typed. */
export function isCode(typed: string): boolean {
  return SHAPE.test(typed.replace(/[\s-]/g, '').toUpperCase())
}

/** The code in what was scanned: itself, or the address of the report's page. */
export function codeIn(scanned: string): string {
  return scanned.trim().split(/[?#]/)[0]!.split('/').pop() ?? ''
}
