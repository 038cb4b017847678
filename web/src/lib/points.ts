// Offsets of the contract count Unicode code points; JavaScript's strings count UTF-16 units.
// In: a text. Out: both counts of any position. One thing to know: where a text holds no character beyond
// the basic plane the two are the same, and nothing is built.

export class Points {
  readonly text: string
  readonly length: number
  /** The UTF-16 index of each code point, or null where the two counts agree. */
  readonly #units: Uint32Array | null

  constructor(text: string) {
    this.text = text
    if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) {
      this.#units = null
      this.length = text.length
      return
    }
    const units: number[] = []
    let at = 0
    for (const character of text) {
      units.push(at)
      at += character.length
    }
    units.push(at)
    this.#units = Uint32Array.from(units)
    this.length = units.length - 1
  }

  /** The UTF-16 index of a code point; what lies outside the text is drawn to its ends. */
  unit(point: number): number {
    const inside = Math.max(0, Math.min(point, this.length))
    return this.#units ? (this.#units[inside] as number) : inside
  }

  /** The code point that a UTF-16 index lies in. */
  point(unit: number): number {
    const units = this.#units
    if (!units) return Math.max(0, Math.min(unit, this.length))
    let low = 0
    let high = this.length
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((units[middle] as number) <= unit) low = middle
      else high = middle - 1
    }
    return low
  }

  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end))
  }
}

export interface Span {
  start: number
  end: number
}

export interface Piece<T> extends Span {
  text: string
  /** All marks that cover the piece, the shortest last. */
  marks: T[]
}

/** The text cut at the ends of all marks, so that marks may overlap and each piece knows those over it. */
export function pieces<T extends Span>(points: Points, marks: readonly T[]): Piece<T>[] {
  const kept = marks.filter((m) => m.end > m.start && m.start >= 0 && m.end <= points.length)
  const cuts = [...new Set([0, points.length, ...kept.flatMap((m) => [m.start, m.end])])].sort((a, b) => a - b)
  const starts = [...kept].sort((a, b) => a.start - b.start)
  const out: Piece<T>[] = []
  let next = 0
  let open: T[] = []
  for (let i = 0; i + 1 < cuts.length; i++) {
    const start = cuts[i] as number
    const end = cuts[i + 1] as number
    open = open.filter((m) => m.end > start)
    for (let m = starts[next]; m && m.start <= start; m = starts[++next]) open.push(m)
    const marks = [...open].sort((a, b) => b.end - b.start - (a.end - a.start))
    out.push({ start, end, text: points.slice(start, end), marks })
  }
  return out
}
