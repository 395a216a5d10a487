/** Colours of the map: the same ink, paper and celadon as the pages. Canvas reads no CSS variables. */
export const MAP = {
  land: '#f4f3ef',
  water: '#c6dce6',
  waterText: '#3f6f85',
  green: '#dde8d3',
  building: '#e9e5dc',
  buildingEdge: '#ddd7ca',
  roadText: '#6b675c',
  halo: 'rgba(255, 255, 255, 0.9)',
  label: '#3b4148',
  unit: 'rgba(60, 90, 110, 0.42)',
  unitDashed: 'rgba(94, 72, 120, 0.6)',
  unitText: '#174a5e',
  ink: '#1d262c',
  surface: '#ffffff',
  accent: '#a8623a',
  calm: '#1f5f78',
  soon: '#e0a100',
  late: '#b3261e',
  none: '#7d8a92',
} as const

/** Fill and edge of a road, by its class. */
export const ROAD: Record<string, { fill: string; edge: string }> = {
  primary: { fill: '#ffffff', edge: '#d9c9a3' },
  secondary: { fill: '#ffffff', edge: '#d8d5cc' },
  tertiary: { fill: '#ffffff', edge: '#e2dfd7' },
}

export const MAP_FONT =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
