import { join } from "node:path"
import { nodeFiles } from "../../src/host/node-files.ts"
import type { RepositoryFiles } from "./apply.ts"
import type { RepositoryName } from "./defect.ts"

/** Folders that are left out: a part of a large repository is checked in a moment, the whole is not. */
const leftOut: Partial<Readonly<Record<RepositoryName, RegExp>>> = {
  "PingCAP-QE__ee-ops": /^(?:apps|clusters|infrastructure)\/(?!(?:prod2|_base)\/)/u,
  "onedr0p__home-ops":
    /^bootstrap\/|^kubernetes\/apps\/(?!(?:cert-manager|default|external-secrets|flux-system|kube-system|network)\/)/u,
}

/** The files of a repository of the corpus at `folder`. */
export async function loadRepository(
  folder: string,
  name: RepositoryName,
): Promise<RepositoryFiles> {
  const disk = nodeFiles({})
  const root = join(folder, name)
  const listed = await disk.list(root)
  const wanted = listed.filter(({ path, link }) => !link && !leftOut[name]?.test(path))
  return new Map(
    await Promise.all(wanted.map(async ({ path }) => [path, await disk.read(root, path)] as const)),
  )
}
