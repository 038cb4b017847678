// The map's layers and their colours, taken from the page's own. In: light or dark. Out: a MapLibre style.
import type { AddLayerObject, ExpressionSpecification, Map as MapLibre, StyleSpecification } from 'maplibre-gl'
import { FAMILIES } from './families'
import { TILES } from './crowd'
import { CLOSEST } from './mapdata'

export interface Colours { [name: string]: string }

export function colours(): Colours {
  const style = getComputedStyle(document.documentElement)
  const names = ['paper', 'raised', 'ink', 'soft', 'faint', 'line', 'edge', 'water', 'land', 'border', 'red', ...FAMILIES]
  return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]))
}

const family = (c: Colours): ExpressionSpecification =>
  ['match', ['get', 'f'], ...FAMILIES.flatMap((name, index) => [index, c[name] ?? '#888']), c['verbal'] ?? '#888'] as unknown as ExpressionSpecification
const most = (c: Colours): ExpressionSpecification => {
  // The family that most of a cluster's incidents are of.
  const of = (index: number): unknown => ['get', `f${index}`]
  const best: unknown[] = ['max', ...FAMILIES.map((_, index) => of(index))]
  return ['case', ...FAMILIES.flatMap((name, index) => [['==', of(index), best], c[name]]), c['verbal']] as unknown as ExpressionSpecification
}
const radius = (of: string): ExpressionSpecification => ['interpolate', ['linear'], ['sqrt', ['get', of]], 0, 4, 3, 7, 10, 15, 30, 30]
/** Far away the ring of a province stands beside the dots of its towns; close by it lies around them. */
const ASIDE = ['step', ['zoom'], ['literal', [21, -19]], 3.4, ['literal', [0, 0]]]
const SANS = ['Desk Sans', 'sans-serif']
const SERIF = ['Desk Serif', 'serif']

export function style(c: Colours, base: string): StyleSpecification {
  const empty = { type: 'FeatureCollection' as const, features: [] }
  const paint = paints(c)
  const label = (font: string[], size: number) => ({ 'text-font': font, 'text-size': size })
  return {
    version: 8,
    sources: {
      far: { type: 'geojson', data: `${base}far.json`, tolerance: 1 },
      areas: { type: 'geojson', data: empty },
      centres: { type: 'geojson', data: empty, cluster: true, clusterRadius: 30, clusterMaxZoom: 3, clusterProperties: { sum: ['+', ['get', 'count']] } },
      halo: { type: 'geojson', data: empty },
    },
    layers: [
      { id: 'water', type: 'background', paint: paint['water'] as object },
      { id: 'far-land', type: 'fill', source: 'far', filter: ['has', 'land'], paint: paint['far-land'] as object },
      { id: 'far-borders', type: 'line', source: 'far', filter: ['!', ['has', 'land']], paint: paint['borders'] as object },
      { id: 'area', type: 'fill', source: 'areas', minzoom: 3.4, paint: paint['area'] as object },
      { id: 'area-edge', type: 'line', source: 'areas', minzoom: 3.4, paint: paint['area-edge'] as object },
      { id: 'ring', type: 'circle', source: 'centres', paint: paint['ring'] as object },
      { id: 'centre', type: 'symbol', source: 'centres', layout: { 'text-field': ['to-string', ['coalesce', ['get', 'sum'], ['get', 'count']]], ...label(SANS, 11), 'text-allow-overlap': true, 'text-ignore-placement': true }, paint: paint['centre'] as object },
      { id: 'halo', type: 'circle', source: 'halo', paint: paint['halo'] as object },
    ],
  }
}

/** A source of its own for each answer, so that no late tile of an answer before is ever drawn. */
const crowdOf = (number: number): string => `dots${number}`

/** Draw the dots of another answer, in place of those before. */
export function exchange(map: MapLibre, was: number, number: number): void {
  const paint = paints(colours())
  const source = crowdOf(number)
  const layers: AddLayerObject[] = [
    { id: 'high', type: 'circle', source, 'source-layer': 'dots', filter: ['all', ['!', ['has', 'point_count']], ['>', ['get', 'high'], ['get', 'low']]], paint: paint['high'] as object },
    { id: 'dot', type: 'circle', source, 'source-layer': 'dots', filter: ['!', ['has', 'point_count']], paint: paint['dot'] as object },
    { id: 'cluster', type: 'circle', source, 'source-layer': 'dots', filter: ['has', 'point_count'], paint: paint['cluster'] as object },
    { id: 'cluster-count', type: 'symbol', source, 'source-layer': 'dots', filter: ['has', 'point_count'], layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-font': SANS, 'text-size': 12.5, 'text-allow-overlap': true }, paint: paint['cluster-count'] as object },
  ]
  for (const { id } of layers) if (map.getLayer(id)) map.removeLayer(id)
  if (map.getSource(crowdOf(was))) map.removeSource(crowdOf(was))
  map.addSource(source, { type: 'vector', tiles: [TILES(number)], minzoom: 0, maxzoom: CLOSEST + 1 })
  for (const layer of layers) map.addLayer(layer, 'halo')
}

/** What the first view can do without: the names, and the coasts and borders in full in place of the few from afar. */
export function refine(map: MapLibre, base: string): void {
  const paint = paints(colours())
  map.addSource('near', { type: 'geojson', data: `${base}near.json`, tolerance: 0.5 })
  map.addSource('names', { type: 'geojson', data: `${base}labels.json` })
  map.addLayer({ id: 'land', type: 'fill', source: 'near', filter: ['has', 'land'], paint: paint['land'] as object }, 'area')
  map.addLayer({ id: 'borders', type: 'line', source: 'near', filter: ['!', ['has', 'land']], paint: paint['borders'] as object }, 'area')
  map.addLayer({
    id: 'names', type: 'symbol', source: 'names',
    filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 2, 2, 3, 3, 4, 4, 5.2, 5]],
    layout: { 'text-field': ['get', 'name'], 'text-font': SERIF, 'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10, 5, 14], 'text-letter-spacing': 0.06, 'text-max-width': 7, 'text-padding': 6, 'symbol-sort-key': ['get', 'rank'] },
    paint: paint['names'] as object,
  }, 'ring')
  const away = (): void => ['far-land', 'far-borders'].forEach((layer) => map.setLayoutProperty(layer, 'visibility', 'none'))
  setTimeout(() => map.once('idle', away)) // the next time that all is drawn, and not this one
}

export function paints(c: Colours): Record<string, Record<string, unknown>> {
  return {
    water: { 'background-color': c['water'] },
    land: { 'fill-color': c['land'], 'fill-antialias': true },
    'far-land': { 'fill-color': c['land'], 'fill-antialias': false },
    'far-borders': { 'line-color': c['border'] },
    borders: { 'line-color': c['border'], 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 6, 1.1] },
    area: { 'fill-color': family(c), 'fill-opacity': ['match', ['get', 'kind'], 'country', 0.05, 0.09] },
    'area-edge': { 'line-color': family(c), 'line-width': 1.25, 'line-dasharray': [3, 2.5], 'line-opacity': 0.85 },
    names: { 'text-color': c['faint'], 'text-halo-color': c['land'], 'text-halo-width': 1.2 },
    high: { 'circle-radius': radius('high'), 'circle-color': family(c), 'circle-opacity': 0.14, 'circle-stroke-color': family(c), 'circle-stroke-width': 1 },
    dot: { 'circle-radius': radius('low'), 'circle-color': family(c), 'circle-opacity': 0.82, 'circle-stroke-color': c['land'], 'circle-stroke-width': 1 },
    cluster: { 'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'point_count']], 2, 12, 10, 17, 40, 27, 160, 40], 'circle-color': c['raised'], 'circle-opacity': 0.94, 'circle-stroke-color': most(c), 'circle-stroke-width': 2.25 },
    'cluster-count': { 'text-color': c['ink'] },
    ring: { 'circle-radius': ['step', ['coalesce', ['get', 'sum'], ['get', 'count']], 8, 10, 9.5, 100, 12], 'circle-color': c['land'], 'circle-opacity': 0.75, 'circle-stroke-color': c['soft'], 'circle-stroke-width': 1.1, 'circle-translate': ASIDE },
    centre: { 'text-color': c['soft'], 'text-translate': ASIDE },
    halo: { 'circle-radius': 15, 'circle-color': 'rgba(0,0,0,0)', 'circle-stroke-color': c['ink'], 'circle-stroke-width': 2 },
  }
}
