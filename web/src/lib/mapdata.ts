// The rows of /map → what the map draws. In: rows. Out: dots (known to a settlement) and areas (known to a province or
// a country only). One thing to know: a place known no closer than a province is never a dot; it is a ring as wide
// as what is not known, and says how many incidents lie somewhere in it.
import type { Feature, FeatureCollection, Point, Polygon } from 'geojson'
import { FAMILIES } from './families'
import type { MapRows } from './types'

export interface DotProps { id: string; f: number; low: number; high: number; day: string; grade: string }
export interface AreaProps { ids: string; count: number; kind: string; f: number; lon: number; lat: number }
export interface Drawn {
  dots: Feature<Point, DotProps>[]
  areas: FeatureCollection<Polygon, AreaProps>
  centres: FeatureCollection<Point, AreaProps>
  box: [number, number, number, number] | null
  count: number
}

const COLUMNS = ['id', 'lon', 'lat', 'precision', 'family', 'low', 'high', 'day', 'grade']
/** Beyond this zoom every dot stands for itself. */
export const CLOSEST = 10
const KM: Record<string, number> = { province: 55, country: 170 }
/** No more ids than this are kept for an area; its list is asked for by its place. */
const KEPT = 40

export function draw(found: MapRows): Drawn {
  const [ID, LON, LAT, PRECISION, FAMILY, LOW, HIGH, DAY, GRADE] = COLUMNS.map((name) => found.columns.indexOf(name)) as [number, number, number, number, number, number, number, number, number]
  const dots: Feature<Point, DotProps>[] = []
  const groups = new Map<string, { lon: number; lat: number; kind: string; ids: string[]; count: number; families: Uint32Array }>()
  const lons: number[] = []
  const lats: number[] = []
  for (const row of found.rows) {
    const lon = row[LON]
    const lat = row[LAT]
    if (typeof lon !== 'number' || typeof lat !== 'number') continue
    lons.push(lon)
    lats.push(lat)
    const id = String(row[ID])
    const family = Math.max(0, (FAMILIES as readonly string[]).indexOf(String(row[FAMILY])))
    const kind = String(row[PRECISION] ?? '')
    if (kind in KM) {
      const key = `${kind} ${lon.toFixed(2)} ${lat.toFixed(2)}`
      const group = groups.get(key) ?? { lon, lat, kind, ids: [], count: 0, families: new Uint32Array(FAMILIES.length) }
      if (group.ids.length < KEPT) group.ids.push(id)
      group.count++
      group.families[family] = (group.families[family] ?? 0) + 1
      groups.set(key, group)
      continue
    }
    const low = Number(row[LOW] ?? 0)
    const high = row[HIGH]
    dots.push({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: { id, f: family, low, high: high === null || high === undefined ? low : Number(high), day: String(row[DAY] ?? ''), grade: String(row[GRADE] ?? '') },
    })
  }
  const areas: Feature<Polygon, AreaProps>[] = []
  const centres: Feature<Point, AreaProps>[] = []
  for (const group of groups.values()) {
    const most = group.families.indexOf(Math.max(...group.families))
    const properties: AreaProps = { ids: group.ids.join(' '), count: group.count, kind: group.kind, f: most, lon: group.lon, lat: group.lat }
    areas.push({ type: 'Feature', geometry: { type: 'Polygon', coordinates: [round(group.lon, group.lat, KM[group.kind] ?? 50)] }, properties })
    centres.push({ type: 'Feature', geometry: { type: 'Point', coordinates: [group.lon, group.lat] }, properties })
  }
  areas.sort((a, b) => (KM[b.properties.kind] ?? 0) - (KM[a.properties.kind] ?? 0))
  return {
    dots,
    areas: { type: 'FeatureCollection', features: areas },
    centres: { type: 'FeatureCollection', features: centres },
    box: lons.length ? around(lons, lats) : null,
    count: dots.length + [...groups.values()].reduce((sum, group) => sum + group.count, 0),
  }
}

/** A circle on the ground, as a ring of 48 corners. */
export function round(lon: number, lat: number, km: number): [number, number][] {
  const ring: [number, number][] = []
  const wide = km / (111.32 * Math.max(0.15, Math.cos((lat * Math.PI) / 180)))
  for (let i = 0; i <= 48; i++) {
    const turn = (i / 48) * 2 * Math.PI
    ring.push([lon + wide * Math.cos(turn), Math.max(-85, Math.min(85, lat + (km / 110.57) * Math.sin(turn)))])
  }
  return ring
}

/** Where nearly all lie: the outermost hundredth on each side is not what a first view should be drawn around. */
function around(...sides: [number[], number[]]): [number, number, number, number] {
  const [lons, lats] = sides.map((side) => Float64Array.from(side).sort()) as [Float64Array, Float64Array]
  const of = (from: Float64Array, share: number) => from[Math.min(from.length - 1, Math.floor(share * from.length))] as number
  return [of(lons, 0.01), of(lats, 0.01), of(lons, 0.99), of(lats, 0.99)]
}
