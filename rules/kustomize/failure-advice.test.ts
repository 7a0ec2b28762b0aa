import { expect, test } from "vitest"
import { adviseOnFailure } from "./failure-advice.ts"

test.each([
  {
    cause: 'invalid Kustomization: json: unknown field "patchs"',
    advice: "Write `patches` instead of `patchs`.",
  },
  { cause: 'invalid Kustomization: json: unknown field "xyz"', advice: "Remove `xyz`." },
  {
    cause: "may not add resource with an already registered id: ConfigMap.v1.[noGrp]/a.[noNs]",
    advice: "Remove one of the two, or give it another name or namespace.",
  },
  {
    cause: "must specify --enable-helm",
    advice:
      "Flux does not inflate charts in a kustomization file: install the chart with a HelmRelease.",
  },
  {
    cause: "something new",
    advice: "Correct what the message names; `kustomize build` of the folder says the same.",
  },
])("$cause", ({ cause, advice }) => {
  expect(adviseOnFailure(cause)).toBe(advice)
})
