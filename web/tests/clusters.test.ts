import { expect, it } from 'vitest'
import { Clusters } from '../src/lib/clusters'
import { CLOSEST } from '../src/lib/mapdata'

const dot = (id: string, lon: number, lat: number, f: number) => ({ type: 'Feature' as const, geometry: { type: 'Point' as const, coordinates: [lon, lat] }, properties: { id, f, low: 1, high: 1, day: '', grade: '' } })

it('makes tiles, and clusters that come apart further in', () => {
  const clusters = new Clusters([0, 1, 2, 3, 4].map((n) => dot(`d${n}`, 44 + n / 100, 13, n < 3 ? 0 : 5)))
  const far = new TextDecoder('latin1').decode(clusters.tile(0, 0, 0))
  for (const word of ['dots', 'point_count', 'f0', 'f5']) expect(far).toContain(word)
  const at = 2 ** (CLOSEST + 1)
  const near = new TextDecoder('latin1').decode(clusters.tile(CLOSEST + 1, Math.floor(((44 + 180) / 360) * at), Math.floor(at * (0.5 - Math.log(Math.tan(Math.PI / 4 + (13 * Math.PI) / 360)) / (2 * Math.PI)))))
  expect(near).toContain('d0')
  expect(near).not.toContain('point_count')
})
it('has nothing where nothing lies', () => expect(new Clusters([]).tile(3, 1, 1).byteLength).toBe(0))
