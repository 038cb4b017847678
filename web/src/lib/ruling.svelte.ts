// Ruling on an incident that is open. In: a story and its stamp. Out: rulings kept, or a conflict.
// One thing to know: a ruling says which state of the incident it has seen; if another reviewer was there first, the
// server keeps nothing and the page says so.
import { get, post, Problem, remove } from './api'
import { desk } from './desk.svelte'
import type { Ruling, Story, Value } from './types'

export interface Wanted { kind: string; events: string[]; reason: string; field?: string; value?: Value | null; other?: { incident: string; changed: string } }

export class Ruler {
  story = $state.raw<Story | null>(null)
  problem = $state.raw<Problem | null>(null)
  conflict = $state(false)
  gone = $state(false)
  busy = $state(false)
  /** What was ruled in this visit, the latest last. */
  made = $state.raw<Ruling[]>([])
  /** The incident that was asked for; a ruling may give it another id, and its events still lead to it. */
  id = $state<string | null>(null)
  #events: string[] = []

  async open(id: string): Promise<void> {
    if (id !== this.id) {
      this.story = null
      this.#events = []
    }
    this.id = id
    this.problem = null
    this.conflict = false
    this.gone = false
    try {
      const story = await this.#fetch([id, ...this.#events])
      if (this.id !== id) return
      this.story = story
      this.#events = story.incident.events
    } catch (error) {
      if (this.id !== id) return
      this.gone = this.#tell(error).status === 404
      if (this.gone) this.story = null
    }
  }

  async rule(wanted: Wanted): Promise<boolean> {
    if (!this.story || this.busy) return false
    this.busy = true
    this.problem = null
    try {
      const { other, ...rest } = wanted
      const seen = other ? { [this.story.incident.id]: this.story.changed, [other.incident]: other.changed } : this.story.changed
      const ruling = await post<Ruling>('/rulings', { ...rest, seen })
      this.made = [...this.made, ruling]
      desk.say(`Ruled: ${wanted.kind}`)
      await this.#again()
      return true
    } catch (error) {
      this.#tell(error)
      return false
    } finally {
      this.busy = false
    }
  }

  async undo(id: string): Promise<boolean> {
    this.problem = null
    try {
      await remove(`/rulings/${encodeURIComponent(id)}`)
      this.made = this.made.filter((ruling) => ruling.id !== id)
      desk.say('Undone')
      await this.#again()
      return true
    } catch (error) {
      this.#tell(error)
      return false
    }
  }

  async #again(): Promise<void> {
    if (this.id) await this.open(this.id)
  }

  /** The first that there is: the incident, or that of one of its events. */
  async #fetch(ids: string[]): Promise<Story> {
    let missing: unknown
    for (const id of ids.slice(0, 6)) {
      try {
        return await get<Story>(`/incidents/${encodeURIComponent(id)}`)
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 404) throw error
        missing ??= error
      }
    }
    throw missing
  }

  #tell(error: unknown): Problem {
    const problem = error instanceof Problem ? error : new Problem(0, 'Error', String(error))
    this.problem = problem
    this.conflict = problem.status === 409
    desk.say(problem.message)
    return problem
  }
}
