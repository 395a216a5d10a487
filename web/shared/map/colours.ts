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

export interface RoadColours {
  fill: string
  edge: string
}

/** What the ground under everything else is drawn with. */
export interface GroundColours {
  land: string
  water: string
  waterText: string
  green: string
  building: string
  buildingEdge: string
  roadText: string
  halo: string
  label: string
  /** By the class of the road; `tertiary` stands for every other. */
  roads: Record<'primary' | 'secondary' | 'tertiary', RoadColours>
}

export const PAPER: GroundColours = {
  ...MAP,
  roads: {
    primary: { fill: '#ffffff', edge: '#d9c9a3' },
    secondary: { fill: '#ffffff', edge: '#d8d5cc' },
    tertiary: { fill: '#ffffff', edge: '#e2dfd7' },
  },
}

/** The same ground at night, for a wall. */
export const NIGHT: GroundColours = {
  land: '#0f1a21',
  water: '#16303f',
  waterText: '#5f8ea3',
  green: '#12221f',
  building: '#15232b',
  buildingEdge: '#1b2c35',
  roadText: '#7f929c',
  halo: 'rgba(11, 19, 24, 0.85)',
  label: '#c3d0d6',
  roads: {
    primary: { fill: '#40515c', edge: '#0f1a21' },
    secondary: { fill: '#30404a', edge: '#0f1a21' },
    tertiary: { fill: '#243039', edge: '#0f1a21' },
  },
}

/** What the shapes of open cases are drawn with. */
export interface CaseColours {
  surface: string
  calm: string
  soon: string
  late: string
  none: string
}

export const NIGHT_CASES: CaseColours = {
  surface: '#0b1318',
  calm: '#6fb3c8',
  soon: '#e8b13a',
  late: '#f08a80',
  none: '#8fa0a9',
}

export const MAP_FONT =
  '"PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif'
