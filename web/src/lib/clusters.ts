// Dots → tiles of clusters and single dots. In: the features of a map. Out: a vector tile for any square of it.
// One thing to know: this runs in a worker (crowd.worker.ts); 50,000 dots are put in order once, and a tile takes a
// millisecond, so that the page itself never touches them.
import { Supercluster } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature, Point } from 'geojson'
import { FAMILIES } from './families'
import { CLOSEST, type DotProps } from './mapdata'

const EXTENT = 4096
const KEYS = FAMILIES.map((_, index) => `f${index}`)
/** One incident of each family. All have the same keys in the same order, which the engine counts faster. */
const ONE = KEYS.map((mine) => Object.fromEntries(KEYS.map((key) => [key, key === mine ? 1 : 0])))

export class Clusters {
  readonly #index: Supercluster

  constructor(dots: Feature<Point, DotProps>[]) {
    this.#index = new Supercluster({
      radius: 42 * (EXTENT / 512), extent: EXTENT, maxZoom: CLOSEST, minPoints: 4,
      // How many of a cluster's incidents are of each family.
      map: (dot) => ({ ...ONE[(dot as DotProps).f] }),
      reduce: (sum, more) => {
        for (const key of KEYS) (sum[key] as number) += more[key] as number
      },
    })
    this.#index.load(dots)
  }

  /** The tile's bytes; none where nothing lies in it. */
  tile(z: number, x: number, y: number): ArrayBuffer {
    const found = this.#index.getTile(z, x, y)
    if (!found?.features.length) return new ArrayBuffer(0)
    return fromGeojsonVt({ dots: found }, { version: 2, extent: EXTENT }).slice().buffer as ArrayBuffer
  }

  /** The zoom at which a cluster comes apart. */
  apart(cluster: number): number {
    return this.#index.getClusterExpansionZoom(cluster)
  }
}
