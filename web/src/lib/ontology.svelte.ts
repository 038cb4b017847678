// Families and types of event: their names and colours. The list of types comes from the API.
import { get, items } from './api'
import { FAMILIES } from './families'
import type { EventType } from './types'
import { sentence } from './words'

export { FAMILIES }
export const familyName = (family: string): string => (family === 'verbal' ? 'Verbal conflict' : sentence(family))

class Ontology {
  types = $state.raw<EventType[]>([])
  #known = $derived(new Map(this.types.map((type) => [type.id, type])))

  async load(): Promise<void> {
    this.types = items<EventType>(await get<unknown>('/types'))
  }

  label(type: string): string {
    return this.#known.get(type)?.label ?? sentence(type.replaceAll('_', ' '))
  }

  family(type: string): string {
    return this.#known.get(type)?.family ?? 'verbal'
  }
}

export const ontology = new Ontology()
