const HOUR_S = 3600
const KM_M = 1000

/** Hours with one digit: `3.5`. */
export function hours(seconds: number): string {
  return (seconds / HOUR_S).toFixed(1)
}

/** Kilometres with one digit, two below one: `0.35`. */
export function kilometres(metres: number): string {
  return (metres / KM_M).toFixed(metres < KM_M ? 2 : 1)
}
