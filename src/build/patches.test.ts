import { describe, expect, test } from "vitest"
import type { Document, Resource } from "../model/index.ts"
import { mayTouch } from "./patches.ts"

function resource(name: string): Resource {
  return { id: { group: "", kind: "HelmRelease", namespace: "apps", name } } as unknown as Resource
}

function patch(content: object): Document {
  return { content } as unknown as Document
}

const named = (name: string): Document => patch({ kind: "HelmRelease", metadata: { name } })

describe("a strategic-merge patch without target", () => {
  test.each([
    ["the object that it names", "podinfo", "podinfo", true],
    ["another object of the kind", "podinfo", "recipes", false],
    ["the object before a suffix", "podinfo", "podinfo-prod", true],
    ["the object before a prefix", "podinfo", "prod-podinfo", true],
    ["perhaps an object whose name has a variable", "${app}", "podinfo", true],
  ])("touches %s", (_title, name, target, expected) => {
    expect(mayTouch({ document: named(name) }, resource(target))).toBe(expected)
  })

  test("touches no object of another kind", () => {
    const other = patch({ kind: "Deployment", metadata: { name: "podinfo" } })
    expect(mayTouch({ document: other }, resource("podinfo"))).toBe(false)
  })
})

test("a patch with a target touches what the target's kind names, whatever the patch itself is called", () => {
  const document = named("any")
  expect(mayTouch({ document, target: { kind: "HelmRelease" } }, resource("podinfo"))).toBe(true)
  expect(mayTouch({ document, target: { kind: "Deployment" } }, resource("podinfo"))).toBe(false)
})
