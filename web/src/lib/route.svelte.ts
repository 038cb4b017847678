// The view that the address tells, live; and the ways to change it.
import { parse, write, type Filters, type View } from './view'

class Route {
  view = $state.raw<View>(parse(location.hash))

  /** The address of the map as it was last seen, to come back to. */
  map = $state('#/map')

  constructor() {
    addEventListener('hashchange', () => this.#seen())
    this.#seen()
  }

  /** Change filters; what is undefined is taken away. A new entry of the history, unless `quiet`. */
  filter(change: Filters, quiet = false): void {
    const { after: _, ...more } = this.view.more
    this.#go({ ...this.view, filters: clean({ ...this.view.filters, ...change }), more }, quiet)
  }

  more(change: Record<string, string | undefined>, quiet = true): void {
    this.#go({ ...this.view, more: clean({ ...this.view.more, ...change }) }, quiet)
  }

  clear(): void {
    this.#go({ ...this.view, filters: {} }, false)
  }

  /** Whether the address is of that page still: what ends late must not call its own page back. */
  on(page: string): boolean {
    return parse(location.hash).page === page
  }

  go(page: string, id: string | null = null, more: Record<string, string> = {}): void {
    this.#go({ page, id, filters: {}, more }, false)
  }

  #seen(): void {
    this.view = parse(location.hash)
    if (this.view.page === 'map') this.map = write(this.view)
  }

  #go(view: View, quiet: boolean): void {
    const hash = write(view)
    if (hash === location.hash) return
    history[quiet ? 'replaceState' : 'pushState'](null, '', hash)
    this.#seen()
  }
}

function clean<T extends Record<string, string | undefined>>(found: T): Record<string, string> {
  return Object.fromEntries(Object.entries(found).filter((pair): pair is [string, string] => Boolean(pair[1])))
}

export const route = new Route()

export const link = (page: string, id: string | null = null, filters: Filters = {}, more: Record<string, string> = {}): string =>
  write({ page, id, filters, more })
