// The way to /api/v1. In: a path and what is asked. Out: the JSON, or a Problem that says in a sentence what went wrong.
// One thing to know: a build in mode `mock` answers from src/mock instead; nothing of it is in the shipped page.
import type { Me } from './types'

export const BASE = '/api/v1'

export class Problem extends Error {
  readonly status: number
  readonly title: string
  constructor(status: number, title: string, detail: string) {
    super(detail || title)
    this.status = status
    this.title = title
  }
}

let me: Me | null = null

async function call(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  if (import.meta.env.MODE === 'mock') return (await import('../mock/server')).answer(method, path, body)
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (method !== 'GET' && me?.csrf) headers['x-csrf-token'] = me.csrf
  return fetch(BASE + path, { method, headers, body: body === undefined ? null : JSON.stringify(body), credentials: 'same-origin', signal: signal ?? null })
}

async function json<T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> {
  let answer: Response
  try {
    answer = await call(method, path, body, signal)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Problem(0, 'No answer', 'The server does not answer. Is “tacitus serve” still running?')
  }
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T
  const found: unknown = await answer.json().catch(() => null)
  const told = (found ?? {}) as { title?: unknown; detail?: unknown }
  const detail = typeof told.detail === 'string' ? told.detail : ''
  throw new Problem(answer.status, typeof told.title === 'string' ? told.title : `Error ${answer.status}`, detail)
}

export const get = <T>(path: string, query?: URLSearchParams, signal?: AbortSignal): Promise<T> =>
  json<T>('GET', query && [...query].length ? `${path}?${query}` : path, undefined, signal)
export const post = <T>(path: string, body: unknown): Promise<T> => json<T>('POST', path, body)
export const remove = (path: string): Promise<unknown> => json<unknown>('DELETE', path)

export async function whoami(): Promise<Me> {
  me = await get<Me>('/me')
  return me
}

export async function signIn(name: string, password: string): Promise<Me> {
  me = await post<Me>('/session', { name, password })
  return me
}

export async function signOut(): Promise<Me> {
  await remove('/session')
  return whoami()
}

/** A list however it comes: bare, or under `items`. */
export function items<T>(found: unknown): T[] {
  if (Array.isArray(found)) return found as T[]
  const inside = (found as { items?: unknown } | null)?.items
  return Array.isArray(inside) ? (inside as T[]) : []
}
