import { expect, test } from 'vitest'
import { distinct } from '../src/lib/story'

test('claims that share an id are told apart, and the first keeps its own', () => {
  const found = distinct([{ id: 'a', by: 1 }, { id: 'b', by: 2 }, { id: 'a', by: 3 }, { id: 'a', by: 4 }])
  expect(found.map((each) => each.id)).toEqual(['a', 'b', 'a.2', 'a.3'])
  expect(found.map((each) => each.by)).toEqual([1, 2, 3, 4])
})
