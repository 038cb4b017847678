// The crowd of dots, kept by a worker. In: what /map is asked. Out: areas and counts for the page, and tiles
// for the map. One thing to know: an answer has a number, and tiles are asked for by it, so that a new answer is a new
// address for the map.
import { Problem } from './api'
import type { Drawn } from './mapdata'

export interface Gathered extends Omit<Drawn, 'dots'> { number: number; shown: number; truncated: boolean }
export type Asked =
  | { do: 'gather'; number: number; query: string }
  | { do: 'tile'; number: number; z: number; x: number; y: number }
  | { do: 'apart'; cluster: number }

export const TILES = (number: number): string => `dots://${number}/{z}/{x}/{y}`

class Crowd {
  readonly #worker = new Worker(new URL('./crowd.worker.ts', import.meta.url), { type: 'module' })
  readonly #waiting = new Map<number, { resolve: (found: never) => void; reject: (error: Error) => void }>()
  #key = 0
  #number = 0

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<{ key: number; found: never; problem?: [number, string, string] }>) => {
      const waiting = this.#waiting.get(data.key)
      this.#waiting.delete(data.key)
      if (data.problem) waiting?.reject(new Problem(...data.problem))
      else waiting?.resolve(data.found)
    })
  }

  /** What answers to a question, in place of all that was asked before. */
  gather(query: URLSearchParams): Promise<Gathered> {
    return this.#ask({ do: 'gather', number: ++this.#number, query: String(query) })
  }

  /** A tile by its address, as the map asks for it. */
  async tile(url: string): Promise<{ data: ArrayBuffer }> {
    const [number = 0, z = 0, x = 0, y = 0] = url.replace('dots://', '').split('/').map(Number)
    return { data: await this.#ask<ArrayBuffer>({ do: 'tile', number, z, x, y }) }
  }

  /** The zoom at which a cluster comes apart. */
  apart(cluster: number): Promise<number> {
    return this.#ask({ do: 'apart', cluster })
  }

  #ask<T>(asked: Asked): Promise<T> {
    const key = ++this.#key
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(key, { resolve, reject })
      this.#worker.postMessage({ ...asked, key })
    })
  }
}

export const crowd = new Crowd()
