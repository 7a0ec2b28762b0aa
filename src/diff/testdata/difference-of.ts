import type { Host } from "../../build/host.ts"
import { memoryFiles } from "../../host/memory-files.ts"
import { memoryHost } from "../../host/memory-host.ts"
import { buildWorkspace, defaultOptions } from "../../lint.ts"
import type { JsonObject } from "../../yaml/json.ts"
import { createDifference, type Masking } from "../create-difference.ts"
import type { Difference } from "../difference.ts"

/** Files of a repository, by path. */
export type Files = Readonly<Record<string, string>>

const sync = (kind: string, rest: string): string => `---
apiVersion: ${kind === "GitRepository" ? "source" : "kustomize"}.toolkit.fluxcd.io/v1
kind: ${kind}
metadata: { name: flux-system, namespace: flux-system }
spec: { interval: 1m, ${rest} }
`

/** A cluster as `flux bootstrap` lays it out. */
const bootstrapped: Files = {
  "clusters/production/flux-system/gotk-sync.yaml":
    sync("GitRepository", "url: ssh://git@example.com/fleet") +
    sync(
      "Kustomization",
      "path: ./clusters/production, prune: true, sourceRef: { kind: GitRepository, name: flux-system }",
    ),
}

/** A Kustomization of the folder that has its name. */
export function kustomization(name: string, spec = "prune: true"): string {
  return `---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: ${name}, namespace: flux-system }
spec: { interval: 1m, path: ./${name}, sourceRef: { kind: GitRepository, name: flux-system }, ${spec} }
`
}

/** A HelmRelease of the chart in the folder `charts/web`. */
export function release(name: string, spec = ""): string {
  return `---
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: ${name}, namespace: apps }
spec:
  interval: 1m
  chart: { spec: { chart: ./charts/web, sourceRef: { kind: GitRepository, name: flux-system, namespace: flux-system } } }
${spec.replaceAll(/^/gmu, "  ")}
`
}

/** The chart in `charts/web`, with these templates. */
export function chart(templates: Files, version = "1.0.0"): Files {
  const files = Object.entries(templates).map(([name, text]) => [`charts/web/${name}`, text])
  return {
    "charts/web/Chart.yaml": `apiVersion: v2\nname: web\nversion: ${version}\n`,
    ...Object.fromEntries(files),
  }
}

/** Shows what Secrets hold, for tests that are not about them. */
const noMask: Masking = { manifest: (manifest: JsonObject) => manifest, text: (text) => text }

/** Compares two repositories in one cluster, in which the Kustomization `apps` applies the folder of its name. */
export async function differenceOf(
  host: Host,
  before: Files,
  after: Files,
  mask: Masking = noMask,
): Promise<Difference> {
  const open = (files: Files): ReturnType<typeof buildWorkspace> => {
    const all = {
      ...bootstrapped,
      "clusters/production/apps.yaml": kustomization("apps"),
      ...files,
    }
    const request = { root: "/fleet", options: { ...defaultOptions, offline: true } }
    return buildWorkspace(request, { ...host, files: memoryFiles(all) })
  }
  return createDifference({
    base: { commit: undefined, why: "a test" },
    before: await open(before),
    after: await open(after),
    mask,
  })
}

/** The world of these tests; close its engine when done. */
export function testHost(): Host {
  return memoryHost({})
}

/** `data-loss: PersistentVolumeClaim apps/data is deleted, …`, for each danger. */
export function dangersIn({ objects }: Difference): readonly string[] {
  return objects.flatMap(({ dangers }) =>
    dangers.map(({ category, message }) => `${category}: ${message}`),
  )
}
