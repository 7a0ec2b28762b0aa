import { isKind, kinds, type Resource, type ResourceId, resourceKey } from "../model/index.ts"
import { normalizeGitUrl } from "../resolve/normalize-url.ts"
import { stringAt } from "../yaml/index.ts"

/** What tells the checkout's own repository from others. */
export interface OwnRepository {
  /** The sources that the cluster itself is synced from; they are this repository by construction. */
  readonly roots: readonly ResourceId[]
  /** Addresses of the checkout's own repository, normalised. */
  readonly remotes: ReadonlySet<string>
  readonly find: (id: ResourceId) => Resource | undefined
}

/** `flux-semantics.md` 9.2: the root's own source, one with its address, or one with the checkout's address. */
export function isThisRepository(
  { roots, remotes, find }: OwnRepository,
  source: Resource,
): boolean {
  const key = resourceKey(source.id)
  if (roots.some((root) => resourceKey(root) === key)) return true
  const address = isKind(source.id, kinds.GitRepository) ? addressOf(source) : undefined
  return (
    address !== undefined &&
    (remotes.has(address) || roots.some((root) => addressOf(find(root)) === address))
  )
}

function addressOf(source: Resource | undefined): string | undefined {
  const url = source && stringAt(source.manifest, ["spec", "url"])
  return url ? normalizeGitUrl(url) : undefined
}
