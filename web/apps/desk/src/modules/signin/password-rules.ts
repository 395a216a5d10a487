/** One rule of a good password and whether the one being typed keeps it. */
export interface PasswordRule {
  key: 'password.ruleLength' | 'password.ruleNew' | 'password.ruleName' | 'password.ruleVaried'
  kept: boolean
}

export const SHORTEST_PASSWORD = 10
const FEWEST_CHARACTERS = 4

/** Told while typing; the server judges in the end. */
export function passwordRules(next: string, current: string, username: string): PasswordRule[] {
  const lower = next.toLowerCase()
  const varied = new Set(lower).size >= FEWEST_CHARACTERS
  return [
    { key: 'password.ruleLength', kept: [...next].length >= SHORTEST_PASSWORD },
    { key: 'password.ruleVaried', kept: varied },
    { key: 'password.ruleNew', kept: next !== '' && next !== current },
    { key: 'password.ruleName', kept: next !== '' && (username === '' || !lower.includes(username.toLowerCase())) },
  ]
}
