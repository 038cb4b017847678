// What belongs to the whole desk: light or dark, who sits at it, and the last thing said aloud (for screen readers too).
import { untrack } from 'svelte'
import { signIn, signOut, whoami } from './api'
import type { Me } from './types'

export type Theme = 'auto' | 'light' | 'dark'
const KEY = 'tacitus.theme'
const system = matchMedia('(prefers-color-scheme: dark)')

function stored(): Theme {
  try {
    const found = localStorage.getItem(KEY)
    return found === 'light' || found === 'dark' ? found : 'auto'
  } catch {
    return 'auto' // storage may be shut off
  }
}

class Desk {
  theme = $state<Theme>(stored())
  #systemDark = $state(system.matches)
  me = $state.raw<Me | null>(null)
  said = $state('')
  sayings = $state(0)

  constructor() {
    system.addEventListener('change', (event) => (this.#systemDark = event.matches))
  }

  get dark(): boolean {
    return this.theme === 'auto' ? this.#systemDark : this.theme === 'dark'
  }

  turn(): void {
    this.theme = this.dark ? 'light' : 'dark'
    try {
      localStorage.setItem(KEY, this.theme)
    } catch {
      // kept for this visit only
    }
  }

  say(words: string): void {
    this.said = words
    this.sayings = untrack(() => this.sayings) + 1
  }

  async load(): Promise<void> {
    this.me = await whoami()
  }

  async enter(name: string, password: string): Promise<void> {
    this.me = await signIn(name, password)
  }

  async leave(): Promise<void> {
    this.me = await signOut()
  }

  /** Whether who sits here may do that. */
  may(scope: string): boolean {
    return this.me === null || this.me.scopes.includes(scope)
  }
}

export const desk = new Desk()
