// A report's reading → marks in layers. In: the contract's object. Out: marks, and which belong to which claim.
import type { Mark } from '../parts/ReportText.svelte'
import type { Document } from './types'
import { fieldName, isActor, isToll, words } from './words'

export const LAYERS = ['events', 'actors', 'places', 'times', 'tolls', 'others', 'attributions', 'issues'] as const
export type Layer = (typeof LAYERS)[number]

export const LAYER_NAMES: Record<Layer, string> = { events: 'Events', actors: 'Actors', places: 'Places', times: 'Times', tolls: 'Tolls', others: 'Weapons and contents', attributions: 'Who said it', issues: 'Not understood' }
export const LAYER_KIND: Record<Layer, string> = { events: 'trigger', actors: 'actor', places: 'place', times: 'time', tolls: 'toll', others: 'other', attributions: 'source', issues: 'issue' }

export function layerOf(field: string): Layer {
  if (isActor(field)) return 'actors'
  if (isToll(field)) return 'tolls'
  if (field === 'place') return 'places'
  if (field === 'time' || field === 'deadline') return 'times'
  return 'others'
}

export function marks(found: Document, on: ReadonlySet<string>, label: (type: string) => string): Mark[] {
  const out: Mark[] = []
  for (const event of found.events) {
    if (on.has('events'))
      for (const each of [event.trigger, ...event.mentions.filter((m) => m.start !== event.trigger.start)]) out.push({ start: each.start, end: each.end, kind: 'trigger', key: event.id, tip: label(event.type) })
    for (const claim of event.claims) {
      const layer = layerOf(claim.field)
      if (on.has(layer)) out.push({ start: claim.start, end: claim.end, kind: LAYER_KIND[layer], key: claim.id, tip: `${fieldName(claim.field)}: ${words(claim.field, claim.value)}` })
      if (on.has('attributions') && claim.said_by) out.push({ start: claim.said_by.start, end: claim.said_by.end, kind: 'source', key: claim.id, tip: 'Who said it' })
    }
  }
  if (on.has('attributions'))
    found.quotes.forEach((quote, index) => {
      const key = `quote${index}`
      out.push({ start: quote.start, end: quote.end, kind: 'quote', key })
      if (quote.cue) out.push({ start: quote.cue.start, end: quote.cue.end, kind: 'cue', key, tip: 'Word of saying' })
      if (quote.speaker) out.push({ start: quote.speaker.start, end: quote.speaker.end, kind: 'source', key, tip: 'Who said it' })
    })
  if (on.has('issues')) for (const [index, issue] of found.issues.entries()) if (issue.start !== null) out.push({ start: issue.start, end: issue.start + 1, kind: 'issue', key: `issue${index}`, tip: issue.message })
  return out
}
