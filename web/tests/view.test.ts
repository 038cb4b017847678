import { describe, expect, it } from 'vitest'
import { asked, parse, write } from '../src/lib/view'

describe('the view in the address', () => {
  it('comes back as it was written', () => {
    const view = { page: 'map', id: null, filters: { type: 'violence', toll: 'killed>=10', text: 'market “bazaar” & 50%', actor: 'حماس', since: '2018-03-01', box: '-10,5.5,20,15', contested: '1' }, more: { at: '1.5,2,4', sort: '-killed' } }
    expect(parse(write(view))).toEqual(view)
  })
  it('keeps ids of any shape', () => expect(parse(write({ page: 'report', id: 'a/b ?#é', filters: {}, more: {} })).id).toBe('a/b ?#é'))
  it('is readable', () => expect(write({ page: 'map', id: null, filters: { toll: 'killed>=10', box: '1,2,3,4' }, more: {} })).toBe('#/map?toll=killed>=10&box=1,2,3,4'))
  it('passes over what the API would refuse', () => {
    expect(parse('#/map?toll=many&grade=good&since=yesterday&until=2018-13-45&box=1,2&contested=yes').filters).toEqual({})
  })
  it('starts at the map', () => {
    expect(parse('').page).toBe('map')
    expect(parse('#/nowhere/x').page).toBe('map')
    expect(parse('#/incident/%E0%A4%A').id).toBe('%E0%A4%A')
  })
  it('asks the API for filters alone', () => expect(asked({ country: 'YEM', since: '2018-01-01' }, ['since', 'until']).toString()).toBe('country=YEM'))
})
