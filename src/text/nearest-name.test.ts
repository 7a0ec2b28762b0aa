import { describe, expect, test } from "vitest"
import { certainName, nearestName } from "./nearest-name.ts"

const names = ["podinfo", "podinfo-charts", "flux-system", "infrastructure", "apps"]

describe("the nearest name", () => {
  test.each([
    ["podinf", "podinfo"],
    ["podnifo", "podinfo"],
    ["podinfo-chart", "podinfo-charts"],
    ["flux_system", "flux-system"],
    ["FluxSystem", "flux-system"],
    ["infrastucture", "infrastructure"],
    ["infastrcuture", "infrastructure"],
    ["app", "apps"],
    ["monitoring", undefined],
    ["xyz", undefined],
    ["", undefined],
  ])("to %j is %j", (name, expected) => {
    expect(nearestName(name, names)).toBe(expected)
  })

  test("is never the name itself", () => {
    expect(nearestName("apps", ["apps"])).toBeUndefined()
  })

  test("of several that are as near is the first in order, whatever their order was", () => {
    expect(nearestName("app-x", ["app-c", "app-a", "app-b"])).toBe("app-a")
    expect(nearestName("app-x", ["app-b", "app-a", "app-c"])).toBe("app-a")
  })

  test("prefers one that differs only in case or separators", () => {
    expect(nearestName("my-app", ["my-apps", "my_app"])).toBe("my_app")
  })

  test("of names that share no letter is none", () => {
    expect(nearestName("a", ["b"])).toBeUndefined()
    expect(nearestName("--", ["_"])).toBeUndefined()
  })
})

describe("a name that can only be a slip", () => {
  test.each<[string, readonly string[], string | undefined]>([
    ["ingressclassname", ["ingressClassName", "ingressClass"], "ingressClassName"],
    ["resource", ["resources", "replacements"], "resources"],
    ["commonAnotations", ["commonAnnotations", "commonLabels"], "commonAnnotations"],
    ["replcias", ["replicas"], "replicas"],
    ["uri", ["url"], undefined],
    ["matchLabelKeys", ["matchLabels"], undefined],
    ["path", ["patch", "paths"], undefined],
    ["names", ["name", "namespace"], "name"],
  ])("%s", (name, candidates, expected) => {
    expect(certainName(name, candidates)).toBe(expected)
  })
})
