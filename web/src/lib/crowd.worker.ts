// Off the page: what /map answers is fetched, read, put in order and cut into tiles here, so that the page, which has a
// list to draw meanwhile, holds up nothing of it. In and out: messages, see crowd.ts.
import { get, Problem } from './api'
import { Clusters } from './clusters'
import type { Asked, Gathered } from './crowd'
import { draw } from './mapdata'
import type { MapRows } from './types'

let dots: ConstructorParameters<typeof Clusters>[0] = []
let clusters: Clusters | null = null
let number = 0
let latest = new AbortController()

const ordered = (): Clusters => (clusters ??= new Clusters(dots))

async function gather(asked: { number: number; query: string }): Promise<Gathered> {
  latest.abort()
  latest = new AbortController()
  const rows = await get<MapRows>('/map', new URLSearchParams(asked.query), latest.signal)
  const { dots: found, ...rest } = draw(rows)
  ;[dots, clusters, number] = [found, null, asked.number]
  setTimeout(ordered) // while the page makes the answer known to the map
  return { ...rest, number, shown: rows.rows.length, truncated: rows.truncated }
}

function done(asked: Asked): unknown {
  if (asked.do === 'gather') return gather(asked)
  if (asked.do === 'apart') return ordered().apart(asked.cluster)
  return asked.number === number ? ordered().tile(asked.z, asked.x, asked.y) : new ArrayBuffer(0)
}

addEventListener('message', async ({ data }: MessageEvent<Asked & { key: number }>) => {
  try {
    const found = await done(data)
    postMessage({ key: data.key, found }, { transfer: found instanceof ArrayBuffer ? [found] : [] })
  } catch (error) {
    const { status, title } = error instanceof Problem ? error : { status: 0, title: 'Error' }
    postMessage({ key: data.key, problem: [status, title, error instanceof Error ? error.message : String(error)] })
  }
})
