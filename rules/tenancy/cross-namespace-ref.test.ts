import { expect, test } from "vitest"
import type { Cluster, LogicalLocation, Reference, Resource, Workspace } from "#rule"
import { crossNamespaceRef } from "./cross-namespace-ref.ts"

function reference(relation: Reference["relation"], namespace: string | undefined): Reference {
  const at = (path: readonly (string | number)[]) =>
    ({ path, part: "value" }) as unknown as LogicalLocation
  const from = { id: { group: "", kind: "Kustomization", namespace: "apps", name: "podinfo" }, at }
  return {
    relation,
    from: from as unknown as Resource,
    path: ["spec", "sourceRef", "name"],
    target: {
      group: "",
      kind: "GitRepository",
      name: "fleet",
      ...(namespace ? { namespace } : {}),
    },
    optional: false,
    status: "found",
    at: at(["spec", "sourceRef", "name"]),
  }
}

function check(references: readonly Reference[], always: boolean, lockdown?: LogicalLocation) {
  const cluster = {
    graph: { references },
    lockdown: lockdown && { at: lockdown },
  } as unknown as Cluster
  const context = {
    cluster,
    workspace: {} as Workspace,
    options: { always },
    target: cluster.target,
  }
  return [...crossNamespaceRef.check(context)]
}

const lockdown = { path: ["spec"], part: "value" } as unknown as LogicalLocation

test.each<[Reference["relation"], string | undefined, number]>([
  ["sourceRef", "flux-system", 1],
  ["chartRef", "flux-system", 1],
  ["imageRepositoryRef", "flux-system", 1],
  ["artifactSource", "flux-system", 1],
  ["receiverResource", "flux-system", 1],
  ["sourceRef", "apps", 0],
  ["sourceRef", undefined, 0],
  ["dependsOn", "flux-system", 0],
  ["healthCheck", "flux-system", 0],
])("%s into namespace %s", (relation, namespace, findings) => {
  expect(check([reference(relation, namespace)], false, lockdown)).toHaveLength(findings)
})

test("without the flag it is information, and only when asked for", () => {
  const references = [reference("sourceRef", "flux-system")]
  expect(check(references, false)).toEqual([])
  expect(check(references, true).map(({ severity }) => severity)).toEqual(["info"])
})
