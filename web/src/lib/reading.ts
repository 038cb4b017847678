// Words that a reviewer selected → a first draft of a value, which the reviewer then sees and may change.
// One thing to know: a draft and no more; what is ruled is what stands in the form.
import type { Value } from './types'
import { isActor, isToll } from './words'

const SMALL: Record<string, number> = {
  no: 0, none: 0, zero: 0, a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19,
  twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90,
}
const LARGE: Record<string, number> = { hundred: 100, thousand: 1000, million: 1_000_000 }

/** The numbers that words tell, in order: "two hundred and five" is one, "12 or 14" are two. */
function numbers(words: string): number[] {
  const out: number[] = []
  let sum = 0
  let last: number | null = null
  const close = () => {
    if (last !== null) out.push(sum + last)
    sum = 0
    last = null
  }
  for (const token of words.toLowerCase().match(/\d[\d,]*|[a-z]+|-/g) ?? []) {
    const small = SMALL[token]
    const large = LARGE[token]
    if (/^\d/.test(token)) {
      close()
      last = Number(token.replaceAll(',', ''))
    } else if (large !== undefined) {
      last = (sum + (last ?? 1)) * large
      sum = 0
    } else if (small !== undefined && !(token.startsWith('a') && last !== null)) {
      const joins: boolean = last !== null && (last % 100 === 0 || (last % 100 >= 20 && last % 10 === 0 && small < 10)) && last !== 0
      if (!joins) close()
      last = (last ?? 0) + small
    } else if (token !== 'and' && token !== '-') close()
  }
  close()
  return out
}

export function toll(words: string): { low: number; high: number | null } {
  const [first = 1, second] = numbers(words)
  const said = words.toLowerCase()
  if (/^(no one|nobody|none)\b/.test(said)) return { low: 0, high: 0 }
  if (/\bdozens\b/.test(said)) return { low: 24, high: null }
  if (/\bseveral\b/.test(said)) return { low: 3, high: null }
  if (second !== undefined && second > first) return { low: first, high: second }
  if (/\bmore than|\bover\b/.test(said)) return { low: first + 1, high: null }
  if (/\bat least\b|\bno fewer/.test(said)) return { low: first, high: null }
  if (/\bup to\b|\bas many as\b/.test(said)) return { low: 0, high: first }
  return { low: first, high: first }
}

export function draft(field: string, words: string): Value {
  const name = words.trim()
  if (isToll(field)) return { ...toll(name), who: null, part_of: null }
  if (isActor(field)) return { actor: null, name, kind: null, country: null }
  if (field === 'place') return { name, kind: null, country: null, admin1: null, admin2: null, lat: null, lon: null, precision: null, gazetteer_id: null }
  if (field === 'time' || field === 'deadline') {
    const day = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? null
    return { earliest: day, latest: day, precision: 'day' }
  }
  if (field === 'weapon') return { name, kind: null }
  return { text: name, event: null }
}
