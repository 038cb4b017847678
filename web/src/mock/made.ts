// Invented incidents by the thousand, the same each time, so that the map and the timeline can be seen full.
// In: a number. Out: incidents with one report each. One thing to know: everything here is made up.
import type { Account, Document, Event, Incident, Words } from '../lib/types'

export interface Made { incident: Incident; document: Document }

const TOWNS: [string, string, number, number][] = [
  ['Mopti', 'MLI', 14.49, -4.19], ['Gao', 'MLI', 16.27, -0.04], ['Djibo', 'BFA', 14.1, -1.63], ['Maiduguri', 'NGA', 11.83, 13.15],
  ['Goma', 'COD', -1.68, 29.22], ['Bunia', 'COD', 1.56, 30.25], ['Mogadishu', 'SOM', 2.04, 45.34], ['Baidoa', 'SOM', 3.11, 43.65],
  ['El Fasher', 'SDN', 13.63, 25.35], ['Taiz', 'YEM', 13.58, 44.02], ['Aden', 'YEM', 12.79, 45.02], ['Idlib', 'SYR', 35.93, 36.63],
  ['Mosul', 'IRQ', 36.34, 43.13], ['Kunduz', 'AFG', 36.73, 68.86], ['Lashkar Gah', 'AFG', 31.59, 64.37], ['Quetta', 'PAK', 30.18, 66.99],
  ['Cúcuta', 'COL', 7.89, -72.5], ['Culiacán', 'MEX', 24.8, -107.39], ['Avdiivka', 'UKR', 48.14, 37.74], ['Sittwe', 'MMR', 20.15, 92.9],
  ['Jolo', 'PHL', 6.05, 121.0], ['Palma', 'MOZ', -10.77, 40.47], ['N’Djamena', 'TCD', 12.11, 15.04], ['Tripoli', 'LBY', 32.89, 13.19],
  ['غزة', 'PSE', 31.5, 34.47],
]
const KINDS: [string, string, string, number][] = [
  ['armed_clash', 'violence', 'Armed clash', 8], ['armed_attack', 'violence', 'Armed attack', 8], ['shelling', 'violence', 'Shelling or missile attack', 6],
  ['bombing', 'violence', 'Bombing', 5], ['air_strike', 'violence', 'Air or drone strike', 4], ['abduction', 'violence', 'Abduction', 3],
  ['arrest', 'coercion', 'Arrest', 4], ['raid', 'coercion', 'Raid or search', 2], ['deployment', 'mobilisation', 'Deployment', 2],
  ['ceasefire', 'de-escalation', 'Ceasefire', 1], ['release', 'de-escalation', 'Release', 1], ['demonstration', 'protest', 'Demonstration', 4],
  ['meeting', 'diplomacy', 'Meeting or talks', 3], ['accusation', 'verbal', 'Accusation', 2], ['threat', 'verbal', 'Threat', 2],
]
const OUTLETS = ['Invented News Service', 'Sahel Wire', 'River Post', 'Radio Marafi', 'Coast Herald']
const SOURCES = ['a hospital official', 'the army', 'witnesses', 'a local councillor', 'the police']
const ACTORS = ['soldiers', 'gunmen', 'villagers', 'police', 'fighters', 'residents']

function random(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const DAY = 86_400_000
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export function make(count: number): Made[] {
  const next = random(7)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T
  const weights = KINDS.flatMap((kind) => Array.from({ length: kind[3] }, () => kind))
  const start = Date.parse('2017-09-01')
  return Array.from({ length: count }, (_, number) => {
    const [town, country, lat, lon] = pick(TOWNS)
    const [type, family, label] = pick(weights)
    const wave = Math.floor((next() * 0.6 + next() * 0.4) * 260)
    const day = iso(start + wave * DAY)
    const far = next()
    const precision = far > 0.93 ? 'country' : far > 0.8 ? 'province' : far > 0.7 ? 'district' : 'settlement'
    const wide = precision === 'settlement' || precision === 'district' ? 1.1 : 0
    const at = { lat: lat + (next() - 0.5) * 2 * wide * next(), lon: lon + (next() - 0.5) * 2.4 * wide * next() }
    const violent = family === 'violence'
    const low = violent && next() > 0.3 ? Math.floor(1 + next() ** 4 * 60) : 0
    const high = low && next() > 0.75 ? low + Math.floor(1 + next() * 12) : low
    const contested = high > low
    const [who, whom, by, outlet] = [pick(ACTORS), pick(ACTORS), pick(SOURCES), pick(OUTLETS)]
    const id = `made${String(number).padStart(6, '0')}`
    const text = `${label} near ${town}\n\n${town}, ${day} (${outlet}) - ${low || 'No'} people were killed near ${town} on ${day} when ${who} met ${whom}, ${by} said. 🕊\n`
    const span = (words: string, from = 0): Words => {
      const unit = text.indexOf(words, from)
      const begin = [...text.slice(0, unit)].length
      return { text: words, start: begin, end: begin + [...words].length }
    }
    const body = text.indexOf(' - ')
    const said = { ...span(by, body), actor: null }
    const placed = { name: town, kind: 'settlement', country, admin1: null, admin2: null, lat: at.lat, lon: at.lon, precision, gazetteer_id: null }
    const when = { earliest: day, latest: day, precision: 'day' }
    const actor = (name: string) => ({ actor: null, name, kind: null, country })
    const claim = (field: string, value: unknown, words: Words) =>
      ({ field, id: `${id}${field}`, value, ...words, said_by: said, stance: 'asserted', confidence: 0.5 + next() / 2 }) as Event['claims'][number]
    const claims = [
      claim('perpetrator', actor(who), span(who, body)), claim('target', actor(whom), span(whom, body)),
      claim('place', placed, span(town, body)), claim('time', when, span(day, body)),
    ]
    if (low) claims.push(claim('killed', { low, high: low, who: null, part_of: null }, span(`${low} people`, body)))
    const settled: Incident['settled'] = { perpetrator: actor(who), target: actor(whom), place: placed, time: when }
    if (low) settled['killed'] = { low, high }
    const event: Event = { id: `${id}e`, type, realis: 'actual', confidence: 0.5 + next() / 2, trigger: span('killed', body), mentions: [span('killed', body)], claims, settled }
    const report = { id: `${id}r`, url: null, outlet, title: `${label} near ${town}`, published: day, published_basis: 'dateline', language: 'en', text }
    return {
      incident: {
        id, type, realis: 'actual', grade: contested ? 'contested' : next() > 0.7 ? 'corroborated' : 'single-source', sources: 1 + Math.floor(next() * 3),
        settled, best: low ? { killed: { low, high: low } } : {}, contested: contested ? ['killed'] : [], dissent: [], reasons: [],
        events: [event.id], reports: [report.id], changed: '2018-06-01T00:00:00Z', lat: at.lat, lon: at.lon, precision, family, label,
      },
      document: { report, events: [event], quotes: [], issues: [] },
    }
  })
}

export const account = (made: Made): Account => ({ report: { ...made.document.report, wire: null }, event: made.document.events[0] as Event })
