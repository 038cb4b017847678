// An incident with its accounts → what its page shows. In: a story. Out: claims by field and value, figures by source,
// the history. One thing to know: nothing is settled here; this only orders what the API says.
import type { Account, Claim, Dissent, Incident, Story, TimeValue, TollValue } from './types'
import { day, few, list, parties, place, toll, TOLLS, words } from './words'

export interface Told extends Claim { report: string; event: string; outlet: string; published: string | null; by: string; superseded: boolean }

export function claims(story: Story): Told[] {
  return story.accounts.flatMap((account) =>
    distinct(account.event.claims).map((claim) => {
      const outlet = account.report.outlet ?? 'the report'
      const by = claim.said_by?.actor?.name ?? claim.said_by?.text ?? outlet
      return { ...claim, report: account.report.id, event: account.event.id, outlet, published: account.report.published, by, superseded: overtaken(story.incident, claim, account) }
    }),
  )
}

/** Claims with an id each: one word that two voices say may come twice with one id, and the page needs to tell them apart. */
export function distinct<T extends { id: string }>(claims: readonly T[]): T[] {
  const seen = new Map<string, number>()
  return claims.map((claim) => {
    const before = seen.get(claim.id) ?? 0
    seen.set(claim.id, before + 1)
    return before ? { ...claim, id: `${claim.id}.${before + 1}` } : claim
  })
}

function overtaken(incident: Incident, claim: Claim, account: Account): boolean {
  const here = (each: Dissent) => each.field === claim.field && each.superseded && each.reports.includes(account.report.id)
  const at = (value: Dissent['value']) => value && (value as TollValue).low === (claim.value as TollValue).low && (value as TollValue).high === (claim.value as TollValue).high
  return (TOLLS as readonly string[]).includes(claim.field) && incident.dissent.some((each) => here(each) && at(each.value))
}

export interface Group { words: string; claims: Told[]; part: boolean; superseded: boolean; stances: string[] }

/** A field's claims by what they say: those of the whole first, then the parts of one. */
export function groups(all: Told[], field: string): Group[] {
  const found = new Map<string, Group>()
  for (const claim of all.filter((each) => each.field === field)) {
    const part = Boolean((claim.value as TollValue).part_of)
    const who = part ? ` ${(claim.value as TollValue).who ?? ''}` : ''
    const said = words(field, claim.value) + who
    const key = `${part} ${said.toLowerCase()}`
    const group = found.get(key) ?? { words: said, claims: [], part, superseded: true, stances: [] }
    group.claims.push(claim)
    group.superseded &&= claim.superseded
    if (claim.stance !== 'asserted' && !group.stances.includes(claim.stance)) group.stances.push(claim.stance)
    found.set(key, group)
  }
  return [...found.values()].sort((a, b) => Number(a.part) - Number(b.part) || Number(a.superseded) - Number(b.superseded) || b.claims.length - a.claims.length)
}

export interface Figure { low: number; high: number | null; claim: Told; day: string | null }
export interface Source { by: string; figures: Figure[] }

/** What each source says of a toll, its figures in the order of time; parts of a toll stay out. */
export function sources(all: Told[], field: string): Source[] {
  const found = new Map<string, Source>()
  for (const claim of all) {
    const value = claim.value as TollValue
    if (claim.field !== field || value.part_of || claim.stance === 'denied') continue
    const key = claim.by.toLowerCase()
    const source = found.get(key) ?? { by: claim.by, figures: [] }
    source.figures.push({ low: value.low, high: value.high, claim, day: claim.published })
    found.set(key, source)
  }
  const last = (source: Source) => source.figures.at(-1) as Figure
  for (const source of found.values()) source.figures.sort((a, b) => (a.day ?? '').localeCompare(b.day ?? ''))
  return [...found.values()].sort((a, b) => last(a).low - last(b).low)
}

export interface Step { day: string | null; outlet: string; report: string; told: { field: string; claims: Told[] }[]; ranges: { field: string; words: string; was: string | null }[] }

/** Report by report: what figures it brought, and what the range over each source's last word was then. */
export function history(story: Story, all: Told[]): Step[] {
  const last = new Map<string, Map<string, TollValue>>()
  const shown = new Map<string, string>()
  const steps = new Map<string, Step>()
  for (const { report } of story.accounts) {
    if (steps.has(report.id)) continue
    const mine = all.filter((claim) => claim.report === report.id && (TOLLS as readonly string[]).includes(claim.field) && !(claim.value as TollValue).part_of && claim.stance !== 'denied')
    const step: Step = { day: report.published, outlet: report.outlet ?? 'A report', report: report.id, told: [], ranges: [] }
    for (const field of TOLLS) {
      const told = mine.filter((claim) => claim.field === field)
      if (!told.length) continue
      step.told.push({ field, claims: told })
      const by = last.get(field) ?? new Map<string, TollValue>()
      for (const claim of told) by.set(claim.by.toLowerCase(), claim.value as TollValue)
      last.set(field, by)
      const low = Math.min(...[...by.values()].map((value) => value.low))
      const high = Math.max(...[...by.values()].map((value) => value.high ?? value.low))
      const now = toll({ low, high })
      const was = shown.get(field) ?? null
      if (was !== now) step.ranges.push({ field, words: now, was })
      shown.set(field, now)
    }
    steps.set(report.id, step)
  }
  return [...steps.values()]
}

/** Where and when, in one line. */
export function whereWhen(incident: Incident): string {
  const where = list(incident.settled['place']).map((value) => place(value as Parameters<typeof place>[0]))[0]
  const at = list(incident.settled['time'])[0] as TimeValue | undefined
  const when = at?.earliest && at.earliest.slice(0, 10) === at.latest?.slice(0, 10) ? day(at.earliest) : at ? words('time', at) : ''
  return [where, when].filter(Boolean).join(', ')
}

export function whoWhom(incident: Incident): string {
  const { by, to } = parties(incident)
  return [few(by), few(to)].filter(Boolean).join(' → ')
}
