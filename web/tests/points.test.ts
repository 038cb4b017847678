import { describe, expect, it } from 'vitest'
import { pieces, Points } from '../src/lib/points'

describe('code points and UTF-16 units', () => {
  const text = 'a🕊b قتل 𝒞12'
  const points = new Points(text)

  it('counts as the contract does', () => {
    expect(points.length).toBe([...text].length)
    expect(points.slice(1, 2)).toBe('🕊')
    expect(points.slice(2, 3)).toBe('b')
    expect(points.slice(8, 11)).toBe('𝒞12')
  })
  it('goes there and back for every character', () => {
    for (let at = 0; at <= points.length; at++) expect(points.point(points.unit(at))).toBe(at)
  })
  it('takes the middle of a pair for its character', () => expect(points.point(2)).toBe(1))
  it('needs no table where the counts agree', () => {
    const plain = new Points('Ta‘izz, تعز')
    expect(plain.slice(8, 11)).toBe('تعز')
    expect(plain.point(99)).toBe(plain.length)
  })
  it('leaves a lone surrogate as one character', () => expect(new Points('a\ud83dz🕊').slice(2, 4)).toBe('z🕊'))
})

describe('marks over a text', () => {
  it('cuts at every end, the shortest mark last', () => {
    const found = pieces(new Points('🕊 at least 30 people'), [{ start: 2, end: 20, name: 'toll' }, { start: 14, end: 20, name: 'who' }, { start: 99, end: 120, name: 'outside' }])
    expect(found.map((piece) => piece.text).join('')).toBe('🕊 at least 30 people')
    expect(found.map((piece) => piece.marks.map((mark) => mark.name))).toEqual([[], ['toll'], ['toll', 'who']])
    expect(found[2]?.text).toBe('people')
  })
})
