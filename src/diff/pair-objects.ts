import { type Cluster, type Resource, resourceKey } from "../model/index.ts"
import { type ApplierKnowledge, applierKey, isUnknown, mayLack } from "./applier-states.ts"

/** An object before and after a change; one side alone was created, or is applied no more. */
export type Pair =
  | { readonly before: Resource; readonly after: Resource }
  | { readonly before?: never; readonly after: Resource }
  | { readonly before: Resource; readonly after?: never }

/** The objects of a cluster on both sides. */
export interface PairedSides {
  readonly before: Cluster | undefined
  readonly after: Cluster | undefined
  readonly knowledge: ApplierKnowledge
}

/**
 * Joins the objects of a cluster by what applies them, kind and name: the version of their API may change. What one
 * applier hands to another is one object. What is not known on one side is left out: it is said elsewhere.
 */
export function pairObjects(sides: PairedSides): readonly Pair[] {
  const before = byIdentity(sides.before, sides.knowledge)
  const after = byIdentity(sides.after, sides.knowledge)
  const keys = new Set([...before.known.keys(), ...after.known.keys()])
  const clouded = new Set([...before.clouded, ...after.clouded])
  const pairs = [...keys].flatMap((key) =>
    pairsOf(before.known.get(key) ?? new Map(), after.known.get(key) ?? new Map()).filter(
      (pair) => (pair.before && pair.after) || !clouded.has(key),
    ),
  )
  return renamed(pairs).filter((pair) => !isDoubtful(pair, sides.knowledge))
}

type ByApplier = ReadonlyMap<string, Resource>

function byIdentity(
  cluster: Cluster | undefined,
  knowledge: ApplierKnowledge,
): { readonly known: ReadonlyMap<string, ByApplier>; readonly clouded: ReadonlySet<string> } {
  const known = new Map<string, Map<string, Resource>>()
  const clouded = new Set<string>()
  for (const resource of cluster?.resources ?? []) {
    const key = resourceKey(resource.id, resource.server)
    const applier = applierKey(resource.owner)
    if (isUnknown(applier, knowledge)) clouded.add(key)
    else known.set(key, (known.get(key) ?? new Map()).set(applier, resource))
  }
  return { known, clouded }
}

/** The same applier first; then what one has given up is what another has taken. */
function pairsOf(before: ByApplier, after: ByApplier): readonly Pair[] {
  const same = [...before].flatMap(([applier, first]): readonly Pair[] => {
    const second = after.get(applier)
    return second ? [{ before: first, after: second }] : []
  })
  const given = [...before].flatMap(([applier, one]) => (after.has(applier) ? [] : [one]))
  const taken = [...after].flatMap(([applier, one]) => (before.has(applier) ? [] : [one]))
  const [anyBefore] = before.values()
  const [anyAfter] = after.values()
  const moved = Array.from({ length: Math.max(given.length, taken.length) }, (_, at) => {
    const [first = anyBefore, second = anyAfter] = [given[at], taken[at]]
    return { ...(first && { before: first }), ...(second && { after: second }) } as Pair // at least one of them is there
  })
  return [...same, ...moved]
}

/** What kustomize puts behind the name of a generated object: ten characters of the hash of its content. */
const hashSuffix = /-[2456789bcdfghkmt]{10}$/u

/** Generated objects whose content has changed have another name: one goes and one comes, but it is one. */
function renamed(pairs: readonly Pair[]): readonly Pair[] {
  const gone = new Map(
    pairs.flatMap((pair) => {
      const key = pair.before && !pair.after ? generatedKey(pair.before) : undefined
      return key === undefined ? [] : [[key, pair] as const]
    }),
  )
  const joined = new Set<Pair>()
  const result = pairs.map((pair): Pair => {
    const key = pair.after && !pair.before ? generatedKey(pair.after) : undefined
    const former = key === undefined ? undefined : gone.get(key)
    if (!former?.before || !pair.after || joined.has(former)) return pair
    joined.add(former)
    return { before: former.before, after: pair.after }
  })
  return result.filter((pair) => !joined.has(pair))
}

function generatedKey({ origin, id, owner, server }: Resource): string | undefined {
  if (origin.via !== "kustomize" || !origin.generated || !hashSuffix.test(id.name)) return undefined
  const name = id.name.replace(hashSuffix, "")
  return `${applierKey(owner)} ${resourceKey({ ...id, name }, server)}`
}

/** What only one side has may be in what the other could not build. */
function isDoubtful({ before, after }: Pair, knowledge: ApplierKnowledge): boolean {
  if (before && after) return false
  const key = applierKey((before ?? after)?.owner)
  return before
    ? mayLack(key, knowledge.after, knowledge.before)
    : mayLack(key, knowledge.before, knowledge.after)
}
