import { expect, test } from "vitest"
import type { Cluster, KustomizationBuild, LogicalLocation, Resource, Workspace } from "#rule"
import { substUndefinedVariable } from "./subst-undefined-variable.ts"

const at = (field: string): LogicalLocation =>
  ({
    document: { file: { path: "apps/podinfo.yaml" }, index: 0 },
    path: ["data", field],
    field: ["data", field],
    part: "value",
  }) as unknown as LogicalLocation

const resource = (kind: string, name: string): Resource =>
  ({
    id: { group: "", kind, namespace: "apps", name },
    server: "",
    manifest: {},
  }) as unknown as Resource

/** A build of one object that uses an undefined variable at as many places. */
function build(places: number, kind = "Deployment"): KustomizationBuild {
  const object = resource(kind, "podinfo")
  return {
    kustomization: resource("Kustomization", "apps"),
    substitution: Array.from({ length: places }, (_, index) => ({
      kind: "undefined",
      expression: `\${region}`,
      variable: "region",
      resource: object,
      at: { ...at(`key${index}`), ...(kind === "Deployment" ? { field: ["spec"] } : {}) },
    })),
    variables: new Map([["cluster", { value: "production", opaque: false }]]),
    variablesIncomplete: false,
  } as unknown as KustomizationBuild
}

function check(builds: readonly KustomizationBuild[], target: Cluster["target"]) {
  const cluster = { builds, target } as unknown as Cluster
  const context = { cluster, target, workspace: {} as Workspace, options: {} }
  return [...substUndefinedVariable.check(context)]
}

const current = { flux: "2.9", kubernetes: "1.35" }

test.each([
  [{ flux: "2.8", kubernetes: "1.35" }, "warning"],
  [{ flux: "2.9", kubernetes: "1.35" }, undefined],
  [{ flux: "3.0", kubernetes: "1.35" }, undefined],
  [{ flux: "2.8", kubernetes: "1.35", strictSubstitution: true }, undefined],
  [{ flux: "2.9", kubernetes: "1.35", strictSubstitution: false }, "warning"],
])("in %o the severity is %s", (target, severity) => {
  expect(check([build(1)], target).map((problem) => problem.severity)).toEqual([severity])
})

test("the same variable in one object is one finding, the other places are shown beside it", () => {
  const [problem, ...others] = check([build(8)], current)
  expect(others).toEqual([])
  expect(problem?.at.path).toEqual(["data", "key0"])
  expect(problem?.related?.map(({ message }) => message)).toEqual([
    ...Array(4).fill("`${region}` again"),
    "`${region}` again, and in 2 more places",
  ])
})

const explanation: KustomizationBuild = {
  ...build(1, "CustomResourceDefinition"),
  substitution: build(1, "CustomResourceDefinition").substitution.map((problem) => ({
    ...problem,
    at: { ...problem.at, field: ["spec", "versions", 0, "schema", "description"] },
  })),
}

// `${var:position}` in Flux's own CRDs: https://github.com/fluxcd/flux2/issues/5967
test.each([
  ["fails", "2.9", 1],
  ["becomes empty", "2.8", 0],
])("the description in a CustomResourceDefinition counts where it %s", (_, flux, count) => {
  expect(check([explanation], { flux, kubernetes: "1.35" })).toHaveLength(count)
})

test("nothing is said where not all variables are known", () => {
  expect(check([{ ...build(1), variablesIncomplete: true }], current)).toEqual([])
})

test.each([
  ["ConfigMap", "Write `$${region}` if another program reads it, or define `region`."],
  [
    "Deployment",
    "Define `region` under `spec.postBuild` of Kustomization apps/apps, or write a default: `${region:=value}`.",
  ],
])("help for a %s", (kind, help) => {
  expect(check([build(1, kind)], current).map((problem) => problem.help)).toEqual([help])
})
