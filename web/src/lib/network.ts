// Actors and who they stand with → positions. In: rows of /actors. Out: nodes and ties, laid out.
// One thing to know: the layout starts from a fixed spiral and has no chance in it, so the same data draw the same picture.
import type { ActorRow } from './types'

export interface Node { id: string; name: string; size: number; x: number; y: number; actor: ActorRow }
export interface Tie { from: Node; to: Node; count: number }

export function layOut(actors: ActorRow[], wide: number, high: number, most = 32): { nodes: Node[]; ties: Tie[] } {
  const few = actors.slice(0, most)
  const named = new Set(few.flatMap((actor) => actor.with.filter((other) => few.some((each) => each.id === other.id)).flatMap((other) => [actor.id, other.id])))
  const kept = few.filter((actor) => named.has(actor.id)) // who stands with nobody is in the table only
  const nodes: Node[] = kept.map((actor, i) => {
    const turn = i * 2.39996
    const far = 0.46 * Math.sqrt((i + 0.5) / kept.length)
    return { id: actor.id, name: actor.name, size: actor.incidents, x: wide * (0.5 + far * Math.cos(turn)), y: high * (0.5 + far * Math.sin(turn)), actor }
  })
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const ties: Tie[] = []
  for (const node of nodes)
    for (const other of node.actor.with) {
      const to = byId.get(other.id)
      if (to && node.id < other.id) ties.push({ from: node, to, count: other.count })
      else if (to && !to.actor.with.some((back) => back.id === node.id)) ties.push({ from: node, to, count: other.count })
    }
  const rest = Math.sqrt((wide * high) / Math.max(1, nodes.length)) * 0.82
  for (let step = 0; step < 220; step++) {
    const heat = 1 - step / 220
    const dx = new Float64Array(nodes.length)
    const dy = new Float64Array(nodes.length)
    for (let i = 0; i < nodes.length; i++)
      for (let j = i + 1; j < nodes.length; j++) {
        const [a, b] = [nodes[i]!, nodes[j]!]
        const [x, y] = [a.x - b.x || 0.1, (a.y - b.y || 0.1) * 1.5]
        const push = (0.9 * rest * rest) / (x * x + y * y)
        dx[i]! += x * push; dy[i]! += y * push; dx[j]! -= x * push; dy[j]! -= y * push
      }
    for (const tie of ties) {
      const [i, j] = [nodes.indexOf(tie.from), nodes.indexOf(tie.to)]
      const [x, y] = [tie.from.x - tie.to.x, tie.from.y - tie.to.y]
      const pull = (Math.hypot(x, y) / rest) * 0.035 * Math.min(1.6, 0.7 + 0.3 * Math.log(tie.count + 1))
      dx[i]! -= x * pull; dy[i]! -= y * pull; dx[j]! += x * pull; dy[j]! += y * pull
    }
    nodes.forEach((node, i) => {
      dx[i]! += (wide / 2 - node.x) * 0.09
      dy[i]! += (high / 2 - node.y) * 0.14
      const far = Math.hypot(dx[i]!, dy[i]!) || 1
      const step = Math.min(far, 26 * heat)
      node.x += (dx[i]! / far) * step
      node.y += (dy[i]! / far) * step
    })
  }
  fit(nodes, (node) => node.x, (node, to) => (node.x = to), 64, wide - 64)
  fit(nodes, (node) => node.y, (node, to) => (node.y = to), 26, high - 34)
  return { nodes, ties }
}

/** Draw the nodes in or out so that they fill the space from side to side. */
function fit(nodes: Node[], at: (node: Node) => number, put: (node: Node, to: number) => void, from: number, to: number): void {
  const [least, most] = [Math.min(...nodes.map(at)), Math.max(...nodes.map(at))]
  for (const node of nodes) put(node, most > least ? from + ((at(node) - least) / (most - least)) * (to - from) : (from + to) / 2)
}
