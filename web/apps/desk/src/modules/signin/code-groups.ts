/** A long secret in groups of four, as people read it out and type it over. */
export function inGroups(secret: string): string {
  return secret.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1 ')
}
