// The shapes that the API speaks (section 3 of the design, /api/v1). Absence is null or an empty list.

export interface Words { text: string; start: number; end: number }
export interface ActorValue { actor: string | null; name: string; kind: string | null; country: string | null }
export interface PlaceValue {
  name: string; kind?: string | null; country?: string | null; admin1?: string | null; admin2?: string | null
  lat?: number | null; lon?: number | null; precision?: string | null; gazetteer_id?: string | null
}
export interface TimeValue { earliest: string | null; latest: string | null; precision: string }
export interface TollValue { low: number; high: number | null; who?: string | null; part_of?: string | null }
export interface WeaponValue { name: string; kind: string | null }
export interface ContentValue { text?: string | null; event?: string | null }
export type Value = ActorValue | PlaceValue | TimeValue | TollValue | WeaponValue | ContentValue
export type Settled = Record<string, Value | Value[] | undefined>

export interface Said extends Words { actor: ActorValue | null }
export interface Claim extends Words {
  id: string; field: string; value: Value; said_by: Said | null; stance: string; confidence: number
  report?: string; event?: string
}
export interface Event {
  id: string; type: string; realis: string; confidence: number
  trigger: Words; mentions: Words[]; claims: Claim[]; settled: Settled
}
export interface Quote extends Words { speaker: Said | null; cue: Words | null; direct: boolean }
export interface Issue { stage: string; message: string; start: number | null }
export interface ReportHead {
  id: string; url: string | null; outlet: string | null; title: string | null; published: string | null
  wire?: string | null; language?: string | null; published_basis?: string | null
}
/** `incidents`: by the id of an event the incident it is in. */
export interface Document { incidents?: Record<string, string>; report: ReportHead & { text: string }; events: Event[]; quotes: Quote[]; issues: Issue[] }

export interface Dissent { field: string; value: Value | null; by: string; reports: string[]; stance: string; superseded: boolean }
export interface Incident {
  id: string; type: string; realis: string; grade: string; sources: number
  settled: Settled; best: Settled; contested: string[]; dissent: Dissent[]; reasons: string[]
  events: string[]; loose?: string[]; reports: string[]; changed?: string | null
  lat?: number | null; lon?: number | null; precision?: string | null; family?: string; label?: string
  claims?: Claim[]
}
export interface Account { report: ReportHead; event: Event }
export interface Ruling {
  id: string; kind: string; events: string[]; by: string; at: string; reason: string
  field: string | null; value: Value | null; undone: string | null
}
export interface Story { incident: Incident; accounts: Account[]; rulings: Ruling[]; changed: string }
export interface Page<T> { items: T[]; next: string | null }
export interface MapRows { columns: string[]; rows: (string | number | null)[][]; truncated: boolean }
export interface Timeline { step: string; bins: { day: string; count: number; killed_low: number }[] }
export interface Facet { id: string; label: string; count: number }
export interface Facets { families: Facet[]; types: Facet[]; countries: Facet[]; grades: Facet[]; total: number }
export interface ActorRow {
  id: string; name: string; kind: string | null; country: string | null; incidents: number
  as: Record<string, number>; with: { id: string; name: string; count: number }[]
}
export interface Commitment {
  incident: string; type: string; by: string[]; to: string[]; what: string[]; deadline: string | null; state: string
  acts: { incident: string; type: string; realis: string }[]; reports: string[]
}
export interface EventType { id: string; family: string; label: string; definition?: string }
export interface ExportFormat { name: string; holds?: string; which?: string; ending?: string; rows?: string }
export interface Me { name: string | null; scopes: string[]; csrf: string | null; accounts: boolean; open: boolean }
