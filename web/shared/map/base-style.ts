import type { FeatureLike } from 'ol/Feature'
import { Fill, Stroke, Style, Text } from 'ol/style'
import { MAP_FONT, type GroundColours } from './colours'

type Stop = readonly [zoom: number, pixels: number]

type Road = keyof GroundColours['roads']

const ROAD_WIDTHS: Record<Road, readonly Stop[]> = {
  primary: [[10, 1], [12, 2.2], [14, 6], [16, 14], [18, 28]],
  secondary: [[11, 0.6], [12, 1.2], [14, 3.6], [16, 9], [18, 20]],
  tertiary: [[12, 0.3], [13, 0.8], [14, 2], [16, 6], [18, 14]],
}
const ROAD_NAMES_FROM: Record<Road, number> = { primary: 12.5, secondary: 13.5, tertiary: 15 }
const ROAD_RANK: Record<Road, number> = { primary: 8, secondary: 7, tertiary: 6 }
const LABELS_FROM: Record<string, number> = { water: 11, district: 9, street: 11, community: 12.5 }

/** Width between the stops; nothing well below the first one. */
export function widthAt(stops: readonly Stop[], zoom: number): number {
  const [firstZoom, firstWidth] = stops[0]!
  if (zoom <= firstZoom) return zoom < firstZoom - 1 ? 0 : firstWidth
  for (let index = 1; index < stops.length; index++) {
    const [zoomAfter, after] = stops[index]!
    if (zoom > zoomAfter) continue
    const [zoomBefore, before] = stops[index - 1]!
    return before + ((after - before) * (zoom - zoomBefore)) / (zoomAfter - zoomBefore)
  }
  return stops[stops.length - 1]![1]
}

/** Zoom of a resolution in quarter steps, so that styles can be kept and used again. */
export function quarterZoom(resolution: number): number {
  return Math.round(Math.log2(156543.03392804097 / resolution) * 4) / 4
}

/** How the features of a base tile are drawn: water, green, building, road, label. */
export function groundStyle(colours: GroundColours) {
  const kept = new Map<string, Style[]>()

  function keep(key: string, make: () => Style[]): Style[] {
    let styles = kept.get(key)
    if (!styles) {
      styles = make()
      kept.set(key, styles)
    }
    return styles
  }

  const areas: Record<string, Style[]> = {
    green: [new Style({ fill: new Fill({ color: colours.green }), zIndex: 0 })],
    water: [new Style({ fill: new Fill({ color: colours.water }), zIndex: 1 })],
    building: [
      new Style({
        fill: new Fill({ color: colours.building }),
        stroke: new Stroke({ color: colours.buildingEdge, width: 0.6 }),
        zIndex: 2,
      }),
    ],
  }

  function roadName(name: string, size: number): Style {
    return new Style({
      text: new Text({
        text: name,
        font: `500 ${size}px ${MAP_FONT}`,
        placement: 'line',
        repeat: 360,
        maxAngle: 0.5,
        fill: new Fill({ color: colours.roadText }),
        stroke: new Stroke({ color: colours.halo, width: 3 }),
      }),
      zIndex: 30,
    })
  }

  function road(feature: FeatureLike, zoom: number): Style[] | undefined {
    const said = String(feature.get('class'))
    const kind = said === 'primary' || said === 'secondary' ? said : 'tertiary'
    const width = widthAt(ROAD_WIDTHS[kind], zoom)
    if (!width) return undefined
    const name = zoom >= ROAD_NAMES_FROM[kind] ? String(feature.get('name') ?? '') : ''
    return keep(`road ${kind} ${zoom} ${name}`, () => {
      const rank = ROAD_RANK[kind]
      const { fill, edge } = colours.roads[kind]
      const styles = [line(edge, width + 1.6, rank - 4), line(fill, width, rank)]
      if (name) styles.push(roadName(name, kind === 'tertiary' ? 11 : 12))
      return styles
    })
  }

  function label(feature: FeatureLike, zoom: number): Style[] | undefined {
    const kind = String(feature.get('kind'))
    const name = String(feature.get('name') ?? '')
    if (!name || zoom < (LABELS_FROM[kind] ?? 14)) return undefined
    const area = kind in LABELS_FROM && kind !== 'water'
    return keep(`label ${kind} ${name}`, () => [
      new Style({
        text: new Text({
          text: name,
          font: `${area ? 600 : 400} ${area ? 13 : 12}px ${MAP_FONT}`,
          overflow: true,
          fill: new Fill({ color: kind === 'water' ? colours.waterText : colours.label }),
          stroke: new Stroke({ color: colours.halo, width: 3 }),
        }),
        zIndex: area ? 50 : 40,
      }),
    ])
  }

  return (feature: FeatureLike, resolution: number): Style[] | undefined => {
    const layer = String(feature.get('layer'))
    if (layer === 'road') return road(feature, quarterZoom(resolution))
    if (layer === 'label') return label(feature, quarterZoom(resolution))
    return areas[layer]
  }
}

function line(color: string, width: number, zIndex: number): Style {
  return new Style({ stroke: new Stroke({ color, width, lineCap: 'round', lineJoin: 'round' }), zIndex })
}
