const STEP_PX = 10
const FINE_STEP_PX = 1

const DIRECTIONS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** How far an arrow key moves the cross-hair, in pixels east and north; with Shift by one pixel. */
export function crossStep(key: string, fine: boolean): [number, number] | null {
  const direction = DIRECTIONS[key]
  if (!direction) return null
  const step = fine ? FINE_STEP_PX : STEP_PX
  return [direction[0] * step, direction[1] * step]
}
