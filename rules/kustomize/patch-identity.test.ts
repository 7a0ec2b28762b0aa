import { expect, test } from "vitest"
import { parseIdentity } from "./patch-identity.ts"

test.each([
  {
    text: "Deployment.v1.apps/podinfo.web",
    identity: {
      kind: "Deployment",
      version: "v1",
      group: "apps",
      name: "podinfo",
      namespace: "web",
    },
  },
  {
    text: "ConfigMap.v1.[noGrp]/settings.[noNs]",
    identity: { kind: "ConfigMap", version: "v1", group: "", name: "settings" },
  },
  {
    text: "HelmRelease.v2.helm.toolkit.fluxcd.io/pod.info.web",
    identity: {
      kind: "HelmRelease",
      version: "v2",
      group: "helm.toolkit.fluxcd.io",
      name: "pod.info",
      namespace: "web",
    },
  },
  { text: "", identity: undefined },
])("reads $text as kustomize writes it", ({ text, identity }) => {
  expect(parseIdentity(text)).toEqual(identity)
})
