// The families of events, in the order in which they are shown and numbered on the map.
export const FAMILIES = ['violence', 'coercion', 'mobilisation', 'de-escalation', 'protest', 'diplomacy', 'verbal'] as const
