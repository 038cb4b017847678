// Off the page: what /map answers is read, put in order and cut into tiles here. In and out: messages, see crowd.ts.
import { Clusters } from './clusters'
import { draw } from './mapdata'
import type { Asked, Gathered } from './crowd'
import type { MapRows } from './types'

let dots: ConstructorParameters<typeof Clusters>[0] = []
let clusters: Clusters | null = null
let number = 0

function done(asked: Asked): unknown {
  if (asked.do === 'gather') {
    const rows = JSON.parse(new TextDecoder().decode(asked.answer)) as MapRows
    const { dots: found, ...rest } = draw(rows)
    ;[dots, clusters, number] = [found, null, asked.number] // put in order when the first tile is asked for
    return { ...rest, number, shown: rows.rows.length, truncated: rows.truncated } satisfies Gathered
  }
  clusters ??= new Clusters(dots)
  if (asked.do === 'apart') return clusters.apart(asked.cluster)
  return asked.number === number ? clusters.tile(asked.z, asked.x, asked.y) : new ArrayBuffer(0)
}

addEventListener('message', ({ data }: MessageEvent<Asked & { key: number }>) => {
  try {
    const found = done(data)
    postMessage({ key: data.key, found }, { transfer: found instanceof ArrayBuffer ? [found] : [] })
  } catch (error) {
    postMessage({ key: data.key, error: String(error) })
  }
})
