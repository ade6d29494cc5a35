// What the checker says of a policy: how far it went, and for each property whether it holds or the shortest story that breaks it.
// The shape is API.md's (`GET /v1/policies/{name}/proof`); how it is found stands in prove.ts.

/** One property's outcome. `story` is a story that runs as a test (src/story), null where the property holds. */
export type PropertyResult = { name: string; sentence: string; holds: boolean; story: string | null };

/** `complete`: every state within the bound was visited. `bound` says in words what an order may have at most. */
export type Proof = { policy: string; version: number; states: number; complete: boolean; bound: string; properties: PropertyResult[] };

/** The first property that does not hold, or null. */
export function brokenProperty(proof: Proof): PropertyResult | null {
  return proof.properties.find((property) => !property.holds) ?? null;
}
