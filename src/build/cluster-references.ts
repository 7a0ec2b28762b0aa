import type {
  ExternalObject,
  LogicalLocation,
  Reference,
  ReferenceStatus,
  Resource,
  ResourceId,
} from "../model/index.ts"
import { describe, isKind, kinds } from "../model/index.ts"
import { covers, producedBy } from "../resolve/producers.ts"
import { type NamedTarget, referencesOf } from "../resolve/references-of.ts"
import type { WrittenObject } from "../resolve/written-objects.ts"
import type { BlindSpot } from "./blind-spots.ts"
import { serverOf } from "./build-world.ts"
import { holdsRevisionStandIn, holdsStandIn } from "./stand-in.ts"

/** What decides whether a reference leads somewhere. */
export interface ReferenceWorld {
  readonly resources: readonly Resource[]
  readonly find: (id: ResourceId, server?: string) => Resource | undefined
  readonly external: readonly ExternalObject[]
  readonly blindSpots: readonly BlindSpot[]
  /** Objects of files that no Kustomization of the repository leads to. */
  readonly outside: readonly WrittenObject[]
  /** Where nothing says what syncs the cluster: all that is written in the repository, any of which it may hold. */
  readonly elsewhere: readonly WrittenObject[]
}

/** Every reference of a cluster's Flux objects, with what became of it. */
export function clusterReferences(world: ReferenceWorld): readonly Reference[] {
  const products = productsOf(world.resources)
  return world.resources.flatMap((from) =>
    referencesOf(from).map((named) => toReference(world, products, from, named)),
  )
}

/** What the cluster's controllers will make, by kind. */
type Products = ReadonlyMap<string, readonly { readonly id: ResourceId; readonly server: string }[]>

/** Indexes what the cluster's controllers will make. */
export function productsOf(resources: readonly Resource[]): Products {
  const products = new Map<string, { id: ResourceId; server: string }[]>()
  for (const resource of resources) {
    for (const id of productsOfOne(resource)) {
      const known = products.get(id.kind) ?? []
      known.push({ id, server: resource.server })
      products.set(id.kind, known)
    }
  }
  return products
}

const knownProducts = new WeakMap<Resource, readonly ResourceId[]>()

/** The inventory grows from round to round; each object is looked at once. */
function productsOfOne(resource: Resource): readonly ResourceId[] {
  const known = knownProducts.get(resource) ?? producedBy(resource)
  knownProducts.set(resource, known)
  return known
}

/** Whether a controller will make `target`. */
export function isProduced(products: Products, target: ResourceId, server: string): boolean {
  return (products.get(target.kind) ?? []).some(
    (product) => product.server === server && covers(product.id, target),
  )
}

function toReference(
  world: ReferenceWorld,
  products: Products,
  from: Resource,
  named: NamedTarget,
): Reference {
  const { relation, path, target, optional } = named
  const server = named.remote ? serverOf(from) : from.server
  const resource = named.wildcard ? undefined : world.find(target, server)
  const status = resource ? "found" : statusOf(world, products, { named, from, server })
  const doubt = status === "missing" ? doubtOf(world, { target, from, server }) : undefined
  let place: LogicalLocation | undefined
  return {
    relation,
    from,
    path,
    target,
    optional,
    status,
    ...(resource ? { resource } : {}),
    ...(doubt === undefined ? {} : { doubt }),
    get at(): LogicalLocation {
      place ??= from.at(path)
      return place
    },
  }
}

interface Sought {
  readonly named: NamedTarget
  readonly from: Resource
  readonly server: string
}

function statusOf(
  world: ReferenceWorld,
  products: Products,
  { named, from, server }: Sought,
): ReferenceStatus {
  const { target } = named
  if (named.wildcard) return "external"
  const text = `${target.namespace ?? ""}/${target.name}`
  if (text.includes("${") || holdsStandIn(text) || holdsRevisionStandIn(text)) return "uncertain"
  if (isProduced(products, target, server)) return "produced"
  if (world.external.some((external) => isDeclared(external, target)) || isBuiltIn(target))
    return "external"
  const follows = world.blindSpots.some(
    ({ reported, mayDefine }) => reported && mayDefine(target, from),
  )
  return follows || isAppliedByHand(world, target) ? "uncertain" : "missing"
}

/**
 * Bootstrap scripts apply Secrets and the like from files that no Kustomization reaches; and what the Kustomizations of
 * other repositories take from a collection of bases, these do not say.
 */
function isAppliedByHand({ outside, elsewhere }: ReferenceWorld, target: ResourceId): boolean {
  const candidates = target.group === "" ? [...outside, ...elsewhere] : elsewhere
  return candidates.some(
    ({ id }) =>
      isKind(id, target) &&
      id.name === target.name &&
      (id.namespace === undefined || id.namespace === target.namespace),
  )
}

/** Why a source is not asked: the user says that it is out of reach. */
export function outOfReach(
  external: readonly ExternalObject[],
  source: Resource,
): string | undefined {
  return external.some((one) => isDeclared(one, source.id))
    ? `${describe(source.id)} is declared as \`external\``
    : undefined
}

/** Whether the user's configuration says that an object exists; `*` stands for any name. */
export function isDeclared(external: ExternalObject, target: ResourceId): boolean {
  const matches = (pattern: string, text: string): boolean => pattern === "*" || pattern === text
  return (
    external.kind === target.kind &&
    matches(external.namespace, target.namespace ?? "") &&
    matches(external.name, target.name)
  )
}

const controllers: readonly string[] = [
  "source-controller",
  "kustomize-controller",
  "helm-controller",
  "notification-controller",
  "image-reflector-controller",
  "image-automation-controller",
  "source-watcher",
  "flux-operator",
]

/** What every cluster with Flux has, although no file says so. */
function isBuiltIn(target: ResourceId): boolean {
  if (isKind(target, kinds.ServiceAccount))
    return target.name === "default" || controllers.includes(target.name)
  if (target.kind === "Deployment")
    return controllers.includes(target.name) || target.namespace === "kube-system"
  if (target.kind === "CustomResourceDefinition") return true
  return isKind(target, kinds.ConfigMap) && target.name === "kube-root-ca.crt"
}

function doubtOf(
  { blindSpots }: ReferenceWorld,
  {
    target,
    from,
    server,
  }: { readonly target: ResourceId; readonly from: Resource; readonly server: string },
): string | undefined {
  if (server !== "") return `it lives in the cluster ${server}`
  return blindSpots.find(({ mayDefine }) => mayDefine(target, from))?.reason
}
