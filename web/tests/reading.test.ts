import { expect, it } from 'vitest'
import { draw } from '../src/lib/mapdata'
import { toll } from '../src/lib/reading'

it.each([
  ['At least 14 people', 14, null], ['nine soldiers', 9, 9], ['twenty-six', 26, 26], ['two hundred and five', 205, 205], ['between 12 and 15', 12, 15], ['10 to 12 fighters', 10, 12],
  ['more than 1,200', 1201, null], ['up to 20', 0, 20], ['dozens', 24, null], ['a policeman', 1, 1], ['no one', 0, 0], ['three thousand', 3000, 3000],
])('%s is a first draft of a toll', (words, low, high) => expect(toll(words)).toEqual({ low, high }))

it('draws a province as an area and never as a dot', () => {
  const columns = ['id', 'lon', 'lat', 'precision', 'family', 'low', 'high', 'day', 'grade']
  const found = draw({ columns, truncated: false, rows: [['a', 44, 13, 'settlement', 'violence', 3, null, '2018-03-09', 'contested'], ['b', 44, 13, 'province', 'violence', null, null, '2018-03-09', 'contested'], ['c', 44, 13, 'province', 'protest', null, null, null, 'contested'], ['d', null, null, 'country', 'protest', null, null, null, 'contested']] })
  expect(found.dots.map((each) => each.properties.id)).toEqual(['a'])
  expect(found.areas.features.map((each) => each.properties.ids)).toEqual(['b c'])
  expect(found.count).toBe(3)
})
