import type { Engine, FileTree } from "../../src/build/engine.ts"
import type { JsonObject } from "../../src/yaml/json.ts"
import { compareObjects, plain } from "./compare.ts"
import type { Reference } from "./oracles.ts"

/** One build, asked of the engine and of the reference alike. */
export interface BuildQuestion {
  readonly tree: FileTree
  /** The same files on disk, where the reference may write. */
  readonly root: string
  readonly kustomization: JsonObject
  readonly variables: Readonly<Record<string, string>> | null
  readonly strict: boolean
}

/** What came of a build. */
export type Build =
  | { readonly status: "built"; readonly objects: readonly JsonObject[] }
  | { readonly status: "failed"; readonly message: string }

/** A Flux Kustomization that only points at its path. */
export function kustomizationAt(path: string, spec: JsonObject = {}): JsonObject {
  return {
    apiVersion: "kustomize.toolkit.fluxcd.io/v1",
    kind: "Kustomization",
    metadata: { name: "apps", namespace: "flux-system" },
    spec: {
      interval: "10m",
      prune: true,
      sourceRef: { kind: "GitRepository", name: "flux-system" },
      path: `./${path}`,
      ...spec,
    },
  }
}

/** What the engine builds. */
export async function engineBuild(engine: Engine, question: BuildQuestion): Promise<Build> {
  const { tree, kustomization, variables, strict } = question
  const result = await engine.call("kustomize", { tree, kustomization, variables, strict })
  return result.status === "built"
    ? { status: "built", objects: result.objects.map(({ manifest }) => manifest) }
    : { status: "failed", message: result.message }
}

/** What kustomize-controller's own packages build; paths in messages are relative to the artifact, as in the engine's. */
export async function fluxBuild(reference: Reference, question: BuildQuestion): Promise<Build> {
  const { root, kustomization, strict } = question
  const result = await reference.ask<Build>({ op: "kustomize", root, kustomization, strict })
  if (result.status === "built") return result
  const message = result.message.replaceAll(`${root}/`, "").replaceAll(root, ".")
  return { status: "failed", message }
}

/** Lines of difference between two builds; none where both have the same objects in the same order, or the same failure. */
export function compareBuilds(expected: Build, actual: Build): readonly string[] {
  if (expected.status === "built" && actual.status === "built") {
    return compareObjects(plain(expected.objects), plain(actual.objects), { order: "objects" })
  }
  if (expected.status === "failed" && actual.status === "failed") {
    return expected.message === actual.message
      ? []
      : [`message: ${expected.message.slice(0, 1500)}\n   BUT: ${actual.message.slice(0, 1500)}`]
  }
  return [`${describeBuild(expected)} expected, but ${describeBuild(actual)}`]
}

function describeBuild(build: Build): string {
  return build.status === "built"
    ? `${build.objects.length} objects`
    : `failure (${build.message.slice(0, 300)})`
}
