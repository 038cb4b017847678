// world-atlas (Natural Earth, public domain) → the basemap that ships with the page, in public/basemap.
// In: TopoJSON of node_modules. Out: land and borders (1:50m), label points, and few lines for the first view (1:110m).
// One thing to know: coordinates are rounded to 0.01° (about a kilometre), which no screen shows at these zooms; those
// of the first view to 0.1°.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature, mesh } from 'topojson-client'

const require = createRequire(import.meta.url)
const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8'))
const round = (n, steps = 100) => Math.round(n * steps) / steps

/** Rounded, and whole across the date line: the atlas goes from 180 to -180 there, the map goes on to 190. */
function thin(ring, steps) {
  const out = []
  let turn = 0
  for (const [i, [x, y]] of ring.entries()) {
    if (i && x - ring[i - 1][0] > 180) turn -= 360
    if (i && x - ring[i - 1][0] < -180) turn += 360
    const at = [round(x + turn, steps), round(Math.max(-85.05, y), steps)]
    const last = out.at(-1)
    if (!last || last[0] !== at[0] || last[1] !== at[1]) out.push(at)
  }
  return out
}

/** A ring around a pole is closed along it. */
function closed(ring) {
  const [first, last] = [ring[0], ring.at(-1)]
  if (Math.abs(first[0] - last[0]) < 180) return ring
  return [...ring, [last[0], -85.05], [first[0], -85.05], first]
}

function area(ring) {
  let sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) sum += ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1]
  return sum / 2
}

function centre(ring) {
  let x = 0, y = 0, sum = 0
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const cross = ring[j][0] * ring[i][1] - ring[i][0] * ring[j][1]
    x += (ring[j][0] + ring[i][0]) * cross
    y += (ring[j][1] + ring[i][1]) * cross
    sum += cross
  }
  return [round(x / (3 * sum)), round(y / (3 * sum))]
}

const countries = feature(topology, topology.objects.countries)
const labels = []
for (const [index, country] of countries.features.entries()) {
  const many = country.geometry.type === 'MultiPolygon'
  const polygons = (many ? country.geometry.coordinates : [country.geometry.coordinates])
    .map((rings) => rings.map((ring) => thin(ring)).filter((ring) => ring.length > 3).map(closed))
    .filter((rings) => rings.length)
  country.geometry = { type: 'MultiPolygon', coordinates: polygons }
  const largest = polygons.map((rings) => rings[0]).sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)))[0]
  const name = country.properties.name
  country.id = index
  country.properties = { land: true }
  if (largest) {
    const size = Math.abs(area(largest))
    const rank = size > 120 ? 1 : size > 25 ? 2 : size > 4 ? 3 : size > 0.5 ? 4 : 5
    labels.push({ type: 'Feature', properties: { name, rank, size: Math.round(size * 10) / 10 }, geometry: { type: 'Point', coordinates: centre(largest) } })
  }
}
const inner = mesh(topology, topology.objects.countries, (a, b) => a !== b)
const borders = { type: 'MultiLineString', coordinates: inner.coordinates.map((ring) => thin(ring)).filter((line) => line.length > 1) }

const folder = new URL('../public/basemap/', import.meta.url)
rmSync(folder, { recursive: true, force: true }) // what another version has made
mkdirSync(folder, { recursive: true })
const write = (name, what) => {
  const text = JSON.stringify(what)
  writeFileSync(new URL(`${name}.json`, folder), text)
  console.log(`basemap/${name}.json ${(text.length / 1024).toFixed(0)} kB`)
}

// A few lines for the first view from afar (1:110m); the full ones take their place as soon as they are there.
const coarse = JSON.parse(readFileSync(require.resolve('world-atlas/countries-110m.json'), 'utf8'))
const shapes = feature(coarse, coarse.objects.land).features.flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : [geometry.coordinates]))
const land = shapes.map((rings) => rings.map((ring) => thin(ring, 10)).filter((ring) => ring.length > 3).map(closed)).filter((rings) => rings.length)
const lines = mesh(coarse, coarse.objects.countries, (a, b) => a !== b).coordinates.map((ring) => thin(ring, 10)).filter((line) => line.length > 1)
write('far', { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { land: true }, geometry: { type: 'MultiPolygon', coordinates: land } }, { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } }] })
write('near', { ...countries, features: [...countries.features, { type: 'Feature', properties: {}, geometry: borders }] })
write('labels', { type: 'FeatureCollection', features: labels })
