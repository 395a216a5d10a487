import type { FeatureLike } from 'ol/Feature'
import { Circle, Fill, RegularShape, Stroke, Style, Text } from 'ol/style'
import { clockRuns, hasEnded } from '@shared/api/states'
import type { Light } from '@shared/api/types'
import { MAP, MAP_FONT, type CaseColours } from './colours'

/**
 * Open cases by their light, in the shapes of tables and legend: circle, triangle, diamond. What has ended is not in
 * the way, what rests is grey.
 */
export function caseStyle(colours: CaseColours) {
  const edge = new Stroke({ color: colours.surface, width: 1.2 })
  const fill = (color: string): Fill => new Fill({ color })
  const styles: Record<string, Style> = {
    none: new Style({ image: new Circle({ radius: 3.2, fill: fill(colours.none), stroke: edge }), zIndex: 1 }),
    green: new Style({ image: new Circle({ radius: 3.8, fill: fill(colours.calm), stroke: edge }), zIndex: 2 }),
    yellow: new Style({
      image: new RegularShape({ points: 3, radius: 6.8, fill: fill(colours.soon), stroke: edge }),
      zIndex: 3,
    }),
    red: new Style({
      image: new RegularShape({ points: 4, radius: 6.8, fill: fill(colours.late), stroke: edge }),
      zIndex: 4,
    }),
  }
  return (feature: FeatureLike): Style | undefined => {
    const state = String(feature.get('state'))
    if (hasEnded(state)) return undefined
    const light = String(feature.get('light')) as Light
    return styles[clockRuns({ state, light }) ? light : 'none'] ?? styles.none
  }
}

const solidBorders = new Style({ stroke: new Stroke({ color: MAP.unit, width: 0.8 }) })
const dashedBorders = new Style({ stroke: new Stroke({ color: MAP.unitDashed, width: 1.3, lineDash: [6, 4] }) })
const cellLabels = new Map<string, Style>()

function cellLabel(name: string): Style {
  let style = cellLabels.get(name)
  if (!style) {
    style = new Style({
      text: new Text({
        text: name,
        font: `500 11px ${MAP_FONT}`,
        fill: new Fill({ color: MAP.unitText }),
        stroke: new Stroke({ color: MAP.halo, width: 3 }),
      }),
      zIndex: 20,
    })
    cellLabels.set(name, style)
  }
  return style
}

/** Borders of the units of a level; of two levels shown together one is dashed. */
export function unitStyle(dashed: boolean, labelsFrom: number) {
  const border = dashed ? dashedBorders : solidBorders
  return (feature: FeatureLike, resolution: number): Style[] => {
    const name = String(feature.get('name') ?? feature.get('code') ?? '')
    const near = resolution < 156543.03392804097 / 2 ** labelsFrom
    return near && name ? [border, cellLabel(name)] : [border]
  }
}

/** The picked case: a ring, with its number on a slip of paper. */
export function pickedStyle(caseNo: string): Style {
  return new Style({
    image: new Circle({ radius: 15, stroke: new Stroke({ color: MAP.ink, width: 2.2 }) }),
    text: new Text({
      text: caseNo,
      offsetY: -27,
      font: `600 12px ${MAP_FONT}`,
      fill: new Fill({ color: MAP.ink }),
      backgroundFill: new Fill({ color: MAP.surface }),
      padding: [4, 6, 2, 7],
    }),
  })
}

/** Where the cross-hair points. */
export const CROSS_STYLE = [
  new Style({
    image: new RegularShape({
      points: 4,
      radius: 18,
      radius2: 0,
      stroke: new Stroke({ color: MAP.surface, width: 5 }),
    }),
  }),
  new Style({
    image: new RegularShape({
      points: 4,
      radius: 18,
      radius2: 0,
      stroke: new Stroke({ color: MAP.ink, width: 2 }),
    }),
  }),
  new Style({
    image: new Circle({ radius: 6, stroke: new Stroke({ color: MAP.accent, width: 2.4 }) }),
  }),
]
