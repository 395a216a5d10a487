import OlMap from 'ol/Map'
import View from 'ol/View'
import { defaults as defaultControls } from 'ol/control/defaults'
import ScaleLine from 'ol/control/ScaleLine'
import MVT from 'ol/format/MVT'
import { defaults as defaultInteractions } from 'ol/interaction/defaults'
import VectorTileLayer from 'ol/layer/VectorTile'
import { fromLonLat } from 'ol/proj'
import VectorTileSource from 'ol/source/VectorTile'
import type { StyleFunction } from 'ol/style/Style'
import type { LonLat } from '@shared/api/types'
import { groundStyle } from './base-style'
import { MAP, NIGHT, NIGHT_CASES, PAPER } from './colours'
import { caseStyle, unitStyle } from './overlay-style'

const DEEPEST_TILES = 16

/** `enlarged` is how many times larger the page shows the element than it was laid out. */
export interface MapManner {
  keyboard?: boolean
  enlarged?: number
}

export interface MapWords {
  zoomIn: string
  zoomOut: string
}

const address = (layer: string, query = ''): string => `/tiles/${layer}/{z}/{x}/{y}.mvt${query}`

function tiles(layer: string): VectorTileSource {
  return new VectorTileSource({ format: new MVT(), url: address(layer), maxZoom: DEEPEST_TILES })
}

const paper = groundStyle(PAPER)
const night = groundStyle(NIGHT)

function groundLayer(background: string, style: StyleFunction): VectorTileLayer {
  return new VectorTileLayer({ background, declutter: true, renderMode: 'hybrid', source: tiles('base'), style })
}

export function baseLayer(): VectorTileLayer {
  return groundLayer(PAPER.land, paper as StyleFunction)
}

/** The same for a dark wall. */
export function nightLayer(): VectorTileLayer {
  return groundLayer(NIGHT.land, night as StyleFunction)
}

/** The units of a level, each drawn as `style` says. */
export function shadedLayer(level: string, style: StyleFunction): VectorTileLayer {
  return new VectorTileLayer({ source: tiles(level), style, zIndex: 5 })
}

/** The units of one level of the city's division. */
export function unitLayer(level: string, dashed: boolean): VectorTileLayer {
  const labelsFrom = dashed ? 15 : 16.5
  return new VectorTileLayer({
    declutter: true,
    source: tiles(level),
    minZoom: dashed ? 11 : 13.5,
    style: unitStyle(dashed, labelsFrom) as StyleFunction,
  })
}

const paperCases = caseStyle(MAP)
const nightCases = caseStyle(NIGHT_CASES)

export function caseLayer(): VectorTileLayer {
  return new VectorTileLayer({ source: tiles('cases'), style: paperCases, zIndex: 10 })
}

/** The same for a dark wall. */
export function nightCaseLayer(): VectorTileLayer {
  return new VectorTileLayer({ source: tiles('cases'), style: nightCases, zIndex: 10 })
}

/** Fetches the cases anew, past every cache, after one of them has changed. */
export function refreshCases(layer: VectorTileLayer): void {
  layer.getSource()?.setUrl(address('cases', `?r=${Date.now()}`))
}

/**
 * The same for a map that stands for days: the layer gives way to a new one as soon as that is drawn, and takes with it
 * every tile it ever held, which one that is refreshed does not.
 */
export function replaceCaseLayer(
  map: OlMap,
  old: VectorTileLayer,
  make: () => VectorTileLayer,
  done: () => void,
): VectorTileLayer {
  const fresh = make()
  refreshCases(fresh)
  map.addLayer(fresh)
  map.once('rendercomplete', () => {
    map.removeLayer(old)
    old.dispose()
    done()
  })
  return fresh
}

/** A map of the city in an element, without layers yet. Arrow keys move it unless told otherwise. */
export function cityMap(
  target: HTMLElement,
  centre: LonLat,
  zoom: number,
  words: MapWords,
  { keyboard = true, enlarged = 1 }: MapManner = {},
): OlMap {
  return new OlMap({
    target,
    pixelRatio: devicePixelRatio * enlarged,
    controls: defaultControls({
      attribution: false,
      rotate: false,
      zoomOptions: { zoomInTipLabel: words.zoomIn, zoomOutTipLabel: words.zoomOut },
    }).extend([new ScaleLine({ minWidth: 70 })]),
    interactions: defaultInteractions({ altShiftDragRotate: false, pinchRotate: false, keyboard }),
    view: new View({ center: fromLonLat(centre), zoom, minZoom: 9, maxZoom: 19, enableRotation: false }),
  })
}

/** Whether people have asked for less movement; then the map jumps instead of gliding. */
export function stillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
