import Feature from 'ol/Feature'
import type OlMap from 'ol/Map'
import type { Coordinate } from 'ol/coordinate'
import { containsCoordinate } from 'ol/extent'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import { crossStep } from './cross-step'
import { CROSS_STYLE } from './overlay-style'

/** The cross on a map with which a place is pointed out: by a click, or with the arrow keys and Enter. */
export class Pointing {
  private readonly cross = new Feature(new Point([0, 0]))
  private readonly pins = new VectorSource()

  /** @param settle told of what was pointed out, in the map's own coordinates */
  constructor(
    private readonly map: OlMap,
    private readonly settle: (at: Coordinate) => void,
  ) {
    map.addLayer(new VectorLayer({ source: this.pins, style: CROSS_STYLE, zIndex: 20 }))
    map.on('singleclick', ({ coordinate }) => {
      this.show(coordinate)
      this.settle(coordinate)
    })
  }

  show(at: Coordinate): void {
    this.cross.getGeometry()!.setCoordinates(at)
    if (this.pins.getFeatures().length === 0) this.pins.addFeature(this.cross)
  }

  hide(): void {
    this.pins.clear()
  }

  /** Whether the place lies within what the map shows. */
  sees(at: Coordinate): boolean {
    return containsCoordinate(this.map.getView().calculateExtent(this.map.getSize()), at)
  }

  onKey(event: KeyboardEvent): void {
    const view = this.map.getView()
    const centre = view.getCenter()
    // The zoom buttons inside the map keep their own keys.
    if (event.target !== this.map.getTargetElement() || !centre) return
    const zoomBy = event.key === '+' || event.key === '=' ? 1 : event.key === '-' ? -1 : 0
    const move = crossStep(event.key, event.shiftKey)
    if (!zoomBy && !move && event.key !== 'Enter') return
    event.preventDefault()
    if (zoomBy) {
      view.adjustZoom(zoomBy)
      return
    }
    const from = this.pins.getFeatures().length > 0 ? this.cross.getGeometry()!.getCoordinates() : centre
    const resolution = view.getResolution() ?? 1
    const to = move ? [from[0]! + move[0] * resolution, from[1]! + move[1] * resolution] : from
    this.show(to)
    if (!this.sees(to)) view.setCenter(to)
    if (event.key === 'Enter') this.settle(to)
  }
}

/** Degrees with six places, a tenth of a metre. */
export const rounded = (degrees: number): number => Number(degrees.toFixed(6))
