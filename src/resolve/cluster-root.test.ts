import { expect, test } from "vitest"
import { type ClusterRoot, clusterName, withUniqueNames } from "./cluster-root.ts"

test.each([
  ["clusters/production", "production"],
  ["clusters/kind-cluster/base", "kind-cluster"],
  ["kubernetes/flux/cluster", "kubernetes"],
  ["hub", "hub"],
  ["", "cluster"],
])("the cluster of %j is called %j", (path, name) => {
  expect(clusterName(path)).toBe(name)
})

test("clusters that would share a name are called by their paths", () => {
  const root = (path: string): ClusterRoot => ({
    name: clusterName(path),
    path,
    sourceFolder: "",
    objects: [],
    assumesSource: false,
  })
  const names = withUniqueNames([root("eu/production"), root("us/production"), root("staging")])
  expect(names.map(({ name }) => name)).toEqual(["eu/production", "us/production", "staging"])
})
