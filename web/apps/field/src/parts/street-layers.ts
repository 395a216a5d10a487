import Feature, { type FeatureLike } from 'ol/Feature'
import type MVT from 'ol/format/MVT'
import { circular } from 'ol/geom/Polygon'
import LineString from 'ol/geom/LineString'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Point from 'ol/geom/Point'
import Polygon from 'ol/geom/Polygon'
import VectorLayer from 'ol/layer/Vector'
import type VectorTileLayer from 'ol/layer/VectorTile'
import { fromLonLat } from 'ol/proj'
import type Projection from 'ol/proj/Projection'
import VectorSource from 'ol/source/Vector'
import { Circle, Fill, Stroke, Style, Text } from 'ol/style'
import type VectorTile from 'ol/VectorTile'
import { download } from '@shared/api/http'
import { MAP, MAP_FONT } from '@shared/map/colours'
import { unitStyle } from '@shared/map/overlay-style'
import type { GridFeature, Place } from '../platform/field-api'

/** The layers that only the street has: tiles fetched with the token of the phone, its grids, itself. */

const GRID_NAMES_FROM = 15.5
const NO_CONTENT = 204
/** Words on the map that give way to the slip of the own place. */
export const NAMES = 'names'

const at = ({ lon, lat }: Place): number[] => fromLonLat([lon, lat])

/** Has the tiles of a layer fetched the way everything of the phone is. */
export function withPass(layer: VectorTileLayer): VectorTileLayer {
  layer.getSource()?.setTileLoadFunction((given, url) => {
    const tile = given as VectorTile<FeatureLike>
    tile.setLoader((extent: number[], _resolution: number, projection: Projection) => {
      download(url)
        .then(async (answer) => (answer.status === NO_CONTENT ? null : answer.arrayBuffer()))
        .then((bytes) => {
          const format = tile.getFormat() as unknown as MVT
          tile.setFeatures(bytes ? (format.readFeatures(bytes, { extent, featureProjection: projection }) as FeatureLike[]) : [])
        })
        .catch(() => tile.setFeatures([]))
    })
  })
  return layer
}

export function gridLayer(grids: readonly GridFeature[]): VectorLayer {
  const features = grids.map(({ geometry, properties }) => {
    const flat = geometry.type === 'Polygon' ? new Polygon(geometry.coordinates as number[][][]) : new MultiPolygon(geometry.coordinates as number[][][][])
    const feature = new Feature(flat.transform('EPSG:4326', 'EPSG:3857'))
    feature.set('code', properties.code)
    feature.set('name', typeof properties.name === 'string' ? properties.name : properties.name.zh || properties.name.en)
    return feature
  })
  return new VectorLayer({ source: new VectorSource({ features }), declutter: NAMES, zIndex: 6, style: unitStyle(false, GRID_NAMES_FROM) })
}

/** The slip of a spot hangs below it, so that it can be read where somebody stands on it. */
const ABOVE = -30
const BELOW = 31

function slip(text: string, offsetY = ABOVE): Style {
  return new Style({
    image: new Circle({ radius: 14, declutterMode: 'obstacle', stroke: new Stroke({ color: MAP.ink, width: 2.6 }) }),
    text: new Text({
      text,
      declutterMode: 'obstacle',
      offsetY,
      font: `600 14px ${MAP_FONT}`,
      fill: new Fill({ color: MAP.ink }),
      backgroundFill: new Fill({ color: MAP.surface }),
      padding: [5, 8, 3, 8],
    }),
    zIndex: 40,
  })
}

const unsure = new Style({
  fill: new Fill({ color: 'rgba(31, 95, 120, 0.12)' }),
  stroke: new Stroke({ color: MAP.calm, width: 1.4 }),
})
const dot = new Style({ image: new Circle({ radius: 4, declutterMode: 'obstacle', fill: new Fill({ color: MAP.ink }) }), zIndex: 41 })

/** A place: a ring with what is said of it, and the circle it may lie in. */
export function showPlace(source: VectorSource, place: Place, accuracy: number, text: string): void {
  const ring = new Feature(new Point(at(place)))
  ring.setStyle([slip(text), dot])
  const circle = new Feature(circular([place.lon, place.lat], Math.max(accuracy, 1)).transform('EPSG:4326', 'EPSG:3857'))
  circle.setStyle(unsure)
  source.clear()
  source.addFeatures([circle, ring])
}

const track = new Style({ stroke: new Stroke({ color: MAP.accent, width: 4, lineCap: 'round', lineJoin: 'round' }) })

/** The way walked, broken where nothing was recorded. */
export function showTrack(source: VectorSource, legs: readonly Place[][]): void {
  source.clear()
  for (const leg of legs) {
    const feature = new Feature(new LineString(leg.map(at)))
    feature.setStyle(track)
    source.addFeature(feature)
  }
}

export interface Spot extends Place {
  text: string
}

export function showSpots(source: VectorSource, spots: readonly Spot[]): void {
  source.clear()
  for (const spot of spots) {
    const feature = new Feature(new Point(at(spot)))
    feature.setStyle(slip(spot.text, BELOW))
    source.addFeature(feature)
  }
}
