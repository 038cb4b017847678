// A question to the API that follows what it depends on. In: a function that asks. Out: value, problem, busy.
// One thing to know: an answer that comes late, after the next question, is dropped, and the old value stays until
// the new one is there, so that nothing jumps.
import { Problem } from './api'

export class Ask<T> {
  value = $state.raw<T | null>(null)
  problem = $state.raw<Problem | null>(null)
  busy = $state(true)
  #number = 0
  #controller: AbortController | null = null

  constructor(ask: (signal: AbortSignal) => Promise<T> | null) {
    $effect(() => {
      this.#controller?.abort()
      const controller = (this.#controller = new AbortController())
      const mine = ++this.#number
      const asked = ask(controller.signal)
      if (!asked) return
      this.busy = true
      asked.then(
        (value) => mine === this.#number && this.#done(value, null),
        (error: unknown) => mine === this.#number && this.#done(null, told(error)),
      )
      return () => controller.abort()
    })
  }

  #done(value: T | null, problem: Problem | null): void {
    if (value !== null || problem) this.busy = false
    if (value !== null) this.value = value
    this.problem = problem
  }
}

export function told(error: unknown): Problem | null {
  if (error instanceof Problem) return error
  if (error instanceof DOMException && error.name === 'AbortError') return null
  return new Problem(0, 'Error', error instanceof Error ? error.message : String(error))
}
