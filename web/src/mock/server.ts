// The API's answers, made up in the page itself: for building the desk without a server (npm run dev).
// In: a request of /api/v1. Out: a Response. One thing to know: a hand of invented reports was really read
// (ledger.json); thousands of incidents around them are drawn by lot (made.ts).
import type { Account, Commitment, Document, Event, Incident, PlaceValue, Ruling, Settled, TimeValue, TollValue } from '../lib/types'
import { list, names } from '../lib/words'
import found from './ledger.json'
import { make } from './made'
import ontology from './types.json'

const types = ontology as { id: string; family: string; label: string }[]
const byType = new Map(types.map((type) => [type.id, type]))
const many = Number(new URLSearchParams(location.search).get('many') ?? 3000)
const made = make(many)
const documents = new Map<string, Document>()
for (const each of [...(found.documents as unknown as Document[]), ...made.map((m) => m.document)]) documents.set(each.report.id, each)
const incidents: Incident[] = [...(found.incidents as unknown as Incident[]).map(located), ...made.map((m) => m.incident)]
const byId = new Map(incidents.map((incident) => [incident.id, incident]))
const rulings: Ruling[] = []
let stamp = 0

function located(incident: Incident): Incident {
  const at = list(incident.settled['place'])[0] as PlaceValue | undefined
  const type = byType.get(incident.type)
  return { ...incident, lat: at?.lat ?? null, lon: at?.lon ?? null, precision: at?.precision ?? null, family: type?.family ?? 'verbal', label: type?.label ?? incident.type }
}

const killed = (incident: Incident): TollValue | null => (list(incident.settled['killed'])[0] as TollValue | undefined) ?? null
const dayOf = (incident: Incident): string => {
  const time = list(incident.settled['time'])[0] as TimeValue | undefined
  return (time?.earliest ?? time?.latest ?? documents.get(incident.reports[0] ?? '')?.report.published ?? '').slice(0, 10)
}

function matching(query: URLSearchParams): Incident[] {
  const q = (name: string) => query.get(name)
  const words = q('text')?.toLowerCase().split(/\s+/).filter(Boolean)
  const box = q('box')?.split(',').map(Number)
  const toll = q('toll')?.match(/^(\w+)>=(\d+)$/)
  return incidents.filter((incident) => {
    const day = dayOf(incident)
    const place = list(incident.settled['place'])[0] as PlaceValue | undefined
    if (q('since') && day < (q('since') as string)) return false
    if (q('until') && day > (q('until') as string)) return false
    if (q('type') && incident.type !== q('type') && incident.family !== q('type')) return false
    if (q('country') && place?.country !== q('country')) return false
    if (q('place') && place?.name !== q('place')) return false
    if (q('grade') && incident.grade !== q('grade')) return false
    if (q('contested') && !incident.contested.length) return false
    if (box && !(incident.lon != null && incident.lat != null && incident.lon >= box[0]! && incident.lon <= box[2]! && incident.lat >= box[1]! && incident.lat <= box[3]!)) return false
    if (q('actor') && !names(incident.settled, 'perpetrator', 'target', 'participant', 'speaker', 'addressee').some((name) => name.toLowerCase().includes((q('actor') as string).toLowerCase()))) return false
    if (q('source') && !incident.reports.some((id) => documents.get(id)?.report.outlet?.toLowerCase().includes((q('source') as string).toLowerCase()))) return false
    if (toll) {
      const value = list(incident.settled[toll[1] as string])[0] as TollValue | undefined
      if (!value || (value.high ?? value.low) < Number(toll[2])) return false
    }
    if (words?.length && !incident.reports.some((id) => words.every((word) => documents.get(id)?.report.text.toLowerCase().includes(word)))) return false
    return true
  })
}

function sorted(all: Incident[], sort: string): Incident[] {
  const by: Record<string, (i: Incident) => string | number> = { time: dayOf, killed: (i) => killed(i)?.low ?? -1, reports: (i) => i.reports.length, added: (i) => i.changed ?? '' }
  const key = by[sort.replace('-', '')] ?? dayOf
  const turn = sort.startsWith('-') ? -1 : 1
  return [...all].sort((a, b) => (key(a) < key(b) ? -turn : key(a) > key(b) ? turn : a.id < b.id ? -1 : 1))
}

function accounts(incident: Incident): Account[] {
  return incident.reports
    .flatMap((id) => {
      const document = documents.get(id)
      if (!document) return []
      const { text: _, ...head } = document.report
      return document.events.filter((event) => incident.events.includes(event.id)).map((event) => ({ report: { ...head, wire: null }, event }))
    })
    .sort((a, b) => (a.report.published ?? '').localeCompare(b.report.published ?? ''))
}

function counts(all: Incident[], of: (i: Incident) => (string | null | undefined)[]): { id: string; label: string; count: number }[] {
  const sums = new Map<string, number>()
  for (const incident of all) for (const value of of(incident)) if (value) sums.set(value, (sums.get(value) ?? 0) + 1)
  return [...sums].map(([id, count]) => ({ id, label: id, count })).sort((a, b) => b.count - a.count).slice(0, 30)
}

function timeline(all: Incident[], step: string): unknown {
  const bins = new Map<string, { day: string; count: number; killed_low: number }>()
  for (const incident of all) {
    const day = dayOf(incident)
    if (!day) continue
    const at = new Date(day)
    if (step === 'week') at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7))
    const bin = step === 'month' ? `${day.slice(0, 7)}-01` : at.toISOString().slice(0, 10)
    const sum = bins.get(bin) ?? { day: bin, count: 0, killed_low: 0 }
    sum.count++
    sum.killed_low += killed(incident)?.low ?? 0
    bins.set(bin, sum)
  }
  return { step, bins: [...bins.values()].sort((a, b) => a.day.localeCompare(b.day)) }
}

const ROLES = ['perpetrator', 'target', 'participant', 'speaker', 'addressee']

function actors(all: Incident[]): unknown {
  interface Sum { id: string; name: string; kind: string | null; country: string | null; incidents: number; as: Record<string, number>; with: Map<string, number> }
  const sums = new Map<string, Sum>()
  for (const incident of all) {
    const here = new Map<string, string>()
    for (const role of ROLES)
      for (const value of list(incident.settled[role] as Settled[string])) {
        const actor = value as { name: string; kind: string | null; country: string | null }
        if (!here.has(actor.name)) here.set(actor.name, role)
        if (!sums.has(actor.name)) sums.set(actor.name, { id: actor.name, name: actor.name, kind: actor.kind, country: actor.country, incidents: 0, as: {}, with: new Map() })
      }
    for (const [name, role] of here) {
      const sum = sums.get(name) as Sum
      sum.incidents++
      sum.as[role] = (sum.as[role] ?? 0) + 1
      for (const other of here.keys()) if (other !== name) sum.with.set(other, (sum.with.get(other) ?? 0) + 1)
    }
  }
  return [...sums.values()]
    .sort((a, b) => b.incidents - a.incidents)
    .slice(0, 100)
    .map((s) => ({ ...s, with: [...s.with].map(([name, count]) => ({ id: name, name, count })).sort((a, b) => b.count - a.count).slice(0, 10) }))
}

function commitments(query: URLSearchParams): Commitment[] {
  const binding = ['promise', 'ultimatum', 'threat', 'agreement', 'demand', 'ceasefire']
  const incidentOf = new Map(incidents.flatMap((i) => i.events.map((event) => [event, i] as const)))
  return incidents
    .filter((i) => binding.includes(i.type) && (list(i.settled['content']).length || list(i.settled['deadline']).length))
    .map((i) => {
      const content = list(i.settled['content']) as { text?: string; event?: string }[]
      const acts = content.flatMap((c) => (c.event ? [incidentOf.get(c.event)] : [])).filter((x): x is Incident => Boolean(x))
      const deadline = [i, ...acts].flatMap((x) => list(x.settled['deadline']) as TimeValue[]).map((t) => t.latest?.slice(0, 10) ?? null).filter(Boolean).sort().at(-1) ?? null
      const told = new Set(acts.map((a) => a.realis))
      return {
        incident: i.id, type: i.type, by: names(i.settled, 'speaker', 'perpetrator', 'participant'), to: names(i.settled, 'addressee', 'target'),
        what: content.flatMap((c) => (c.text ? [c.text] : [])), deadline,
        state: told.has('actual') ? 'reported done' : told.has('denied') ? 'reported not done' : 'nothing reported since',
        acts: acts.map((a) => ({ incident: a.id, type: a.type, realis: a.realis })), reports: i.reports,
      }
    })
    .filter((c) => (!query.get('actor') || [...c.by, ...c.to].some((n) => n.toLowerCase().includes((query.get('actor') as string).toLowerCase()))) && (!query.get('by') || (c.deadline && c.deadline <= (query.get('by') as string))))
    .sort((a, b) => (a.deadline ?? '9').localeCompare(b.deadline ?? '9'))
}

function queue(limit: number): Incident[] {
  const ruled = new Set(rulings.filter((r) => !r.undone).flatMap((r) => r.events))
  const weight = (i: Incident) => i.contested.length * 3 + Math.log1p(killed(i)?.high ?? killed(i)?.low ?? 0) + (i.reports.length > 1 ? 4 : 0)
  return incidents.filter((i) => !i.events.every((event) => ruled.has(event))).sort((a, b) => weight(b) - weight(a)).slice(0, limit)
}

function rule(body: { kind: string; events: string[]; reason: string; field?: string; value?: Ruling['value']; seen: string }): Response {
  const incident = incidents.find((i) => i.events.includes(body.events[0] ?? ''))
  if (!incident) return problem(404, 'Not found', 'There is no such event.')
  if (body.seen !== incident.changed) return problem(409, 'Changed meanwhile', 'A. Reviewer has ruled on this incident since you opened it.')
  if (!body.reason) return problem(422, 'No reason', 'A ruling needs a reason.')
  const at = new Date().toISOString()
  const ruling: Ruling = { id: `ruling${++stamp}`, kind: body.kind, events: body.events, by: 'you', at, reason: body.reason, field: body.field ?? null, value: body.value ?? null, undone: null }
  rulings.push(ruling)
  incident.changed = at
  if (body.kind === 'correct' && body.field) {
    incident.settled = { ...incident.settled, [body.field]: body.value ?? undefined }
    incident.contested = incident.contested.filter((field) => field !== body.field)
  }
  return reply(ruling, 201)
}

const reply = (found: unknown, status = 200): Response => new Response(status === 204 ? null : JSON.stringify(found), { status, headers: { 'content-type': 'application/json' } })
const problem = (status: number, title: string, detail: string): Response => reply({ type: 'about:blank', title, status, detail }, status)

export async function answer(method: string, path: string, body: unknown): Promise<Response> {
  await new Promise((done) => setTimeout(done, 15))
  const url = new URL(path, 'http://mock')
  const query = url.searchParams
  const [what = '', id = ''] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const limit = Number(query.get('limit') ?? 50)
  if (method === 'POST' && what === 'rulings') return rule(body as Parameters<typeof rule>[0])
  if (method === 'DELETE' && what === 'rulings') {
    const ruling = rulings.find((r) => r.id === id)
    if (!ruling) return problem(404, 'Not found', 'There is no such ruling.')
    ruling.undone = new Date().toISOString()
    for (const i of incidents) if (i.events.some((event) => ruling.events.includes(event))) i.changed = ruling.undone
    return reply(ruling)
  }
  if (method === 'POST') {
    const told = body as { text?: string; url?: string }
    if (told.url) return problem(422, 'No text', 'The mock fetches nothing; paste a text.')
    const document = documents.get('741777d0bcb1df92') ?? [...documents.values()][0]
    return what === 'reports' ? reply({ report: document, kept: 'new', incidents: [] }, 201) : reply(document)
  }
  switch (what) {
    case 'incidents': {
      if (id) {
        const incident = byId.get(id)
        if (!incident) return problem(404, 'Not found', 'There is no incident of that id.')
        const told = accounts(incident)
        const claims = told.flatMap(({ report, event }) => event.claims.map((claim) => ({ report: report.id, event: event.id, ...claim })))
        return reply({ incident: { ...incident, claims }, accounts: told, rulings: rulings.filter((r) => r.events.some((e) => incident.events.includes(e))), changed: incident.changed })
      }
      const all = sorted(matching(query), query.get('sort') ?? '-time')
      const from = Number(query.get('after') ?? 0)
      return reply({ items: all.slice(from, from + limit), next: from + limit < all.length ? String(from + limit) : null })
    }
    case 'reports': {
      const document = documents.get(id)
      return document ? reply(document) : id ? problem(404, 'Not found', 'There is no report of that id.') : reply({ items: [...documents.values()].slice(0, limit).map((d) => d.report), next: null })
    }
    case 'events':
      return reply({ items: [] as Event[], next: null })
    case 'map': {
      const rows = matching(query).filter((i) => i.lat != null && i.lon != null).map((i) => [i.id, i.lon, i.lat, i.precision ?? null, i.family ?? null, killed(i)?.low ?? null, killed(i)?.high ?? null, dayOf(i), i.grade])
      return reply({ columns: ['id', 'lon', 'lat', 'precision', 'family', 'low', 'high', 'day', 'grade'], rows, truncated: false })
    }
    case 'timeline':
      return reply(timeline(matching(query), query.get('step') ?? 'week'))
    case 'facets': {
      const all = matching(query)
      return reply({
        families: counts(all, (i) => [i.family]), types: counts(all, (i) => [i.type]), grades: counts(all, (i) => [i.grade]),
        countries: counts(all, (i) => list(i.settled['place']).map((p) => (p as PlaceValue).country)), total: all.length,
      })
    }
    case 'actors':
      return reply({ items: actors(matching(query)) })
    case 'commitments':
      return reply({ items: commitments(query) })
    case 'queue':
      return reply({ items: queue(limit), next: null })
    case 'rulings':
      return reply({ items: rulings })
    case 'types':
      return reply({ items: types })
    case 'formats':
      return reply({ items: ['acled', 'ucdp', 'geojson', 'csv', 'parquet'].map((name) => ({ name, holds: 'incidents', which: 'all that match', ending: `.${name}`, rows: 'incidents' })) })
    case 'me':
      return reply({ name: 'you', scopes: ['read', 'review', 'add'], csrf: 'made-up', accounts: false, open: true })
    default:
      return problem(404, 'Not found', 'There is no such thing here.')
  }
}
