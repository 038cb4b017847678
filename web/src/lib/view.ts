// What is being looked at ↔ the part of the address after the #.
// In: an address. Out: page, id, filters and camera, and back. One thing to know: everything that changes what is
// seen stands in the address, so that a copied address shows another reader the same.

export const FILTERS = ['type', 'country', 'place', 'actor', 'source', 'grade', 'toll', 'text', 'since', 'until', 'box', 'contested'] as const
export type FilterName = (typeof FILTERS)[number]
export type Filters = Partial<Record<FilterName, string>>

export interface View {
  page: string
  id: string | null
  filters: Filters
  /** What is no filter: the camera of the map, the order of the list, a lit claim. */
  more: Record<string, string>
}

export const PAGES = ['map', 'incident', 'report', 'commitments', 'actors', 'review', 'drop']

export function parse(hash: string): View {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split(/\?(.*)/s)
  const [name = '', id = ''] = path.split('/')
  const filters: Filters = {}
  const more: Record<string, string> = {}
  for (const [key, value] of new URLSearchParams(query)) {
    if (!value) continue
    if ((FILTERS as readonly string[]).includes(key)) {
      if (allowed(key as FilterName, value)) filters[key as FilterName] = value
    } else more[key] = value
  }
  return { page: PAGES.includes(name) ? name : 'map', id: id ? decode(id) : null, filters, more }
}

export function write(view: View): string {
  const query = new URLSearchParams()
  for (const key of FILTERS) {
    const value = view.filters[key]
    if (value) query.set(key, value)
  }
  for (const key of Object.keys(view.more).sort()) {
    const value = view.more[key]
    if (value) query.set(key, value)
  }
  const words = readable(query)
  return `#/${view.page}${view.id ? `/${encodeURIComponent(view.id)}` : ''}${words ? `?${words}` : ''}`
}

/** The filters as the API takes them. */
export function asked(filters: Filters, without: readonly FilterName[] = []): URLSearchParams {
  const query = new URLSearchParams()
  for (const key of FILTERS) {
    const value = filters[key]
    if (value && !without.includes(key)) query.set(key, value)
  }
  return query
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const CHECKS: Partial<Record<FilterName, (value: string) => boolean>> = {
  since: (v) => DAY.test(v) && !Number.isNaN(Date.parse(v)),
  until: (v) => DAY.test(v) && !Number.isNaN(Date.parse(v)),
  toll: (v) => /^\w+>=\d{1,9}$/.test(v),
  grade: (v) => ['corroborated', 'single-source', 'contested'].includes(v),
  contested: (v) => v === '1',
  box: (v) => v.split(',').length === 4 && v.split(',').every((n) => n.trim() !== '' && Number.isFinite(Number(n))),
}

/** A filter that the API would refuse is passed over, so that a mistyped address still shows something. */
function allowed(key: FilterName, value: string): boolean {
  return CHECKS[key]?.(value) ?? true
}

function decode(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}

/** Commas, colons and comparisons may stand in the part after #, and are easier to read there. */
function readable(query: URLSearchParams): string {
  return query.toString().replaceAll('%2C', ',').replaceAll('%3E%3D', '>=').replaceAll('%3A', ':')
}
