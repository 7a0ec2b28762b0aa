import { describe, expect, test } from "vitest"
import type { Resource, ResourceId } from "../../model/index.ts"
import type { JsonObject } from "../../yaml/index.ts"
import { accessOf } from "./source-access.ts"

const source = (spec: JsonObject): Resource =>
  ({
    id: {
      group: "source.toolkit.fluxcd.io",
      kind: "HelmRepository",
      namespace: "flux-system",
      name: "podinfo",
    },
    manifest: { spec },
  }) as unknown as Resource

const docker = '{"auths":{"ghcr.io":{}}}'

/** The objects of the namespace; `hidden` exists, and nobody can look into it. */
const objects: Readonly<Record<string, JsonObject>> = {
  "Secret/login": { stringData: { username: "me", password: "word" } },
  "Secret/encoded": { data: { username: "bWU=", password: "d29yZA==" } },
  "Secret/partial": { stringData: { username: "me" } },
  "Secret/sops": { stringData: { username: "me", password: "ENC[AES256_GCM,data:aa]" } },
  "Secret/substituted": { stringData: { username: "me", password: "sluice-unknown-password" } },
  "Secret/tls": { stringData: { "ca.crt": "CA", "tls.crt": "CERT", "tls.key": "KEY" } },
  "Secret/ca": { stringData: { "ca.crt": "CA" } },
  "Secret/legacy": {
    stringData: {
      username: "me",
      password: "word",
      caFile: "CA",
      certFile: "CERT",
      keyFile: "KEY",
    },
  },
  "Secret/docker": { stringData: { ".dockerconfigjson": docker } },
  "Secret/proxy": { stringData: { address: "http://proxy.example:3128" } },
  "Secret/proxy-login": {
    stringData: { address: "https://proxy.example", username: "me", password: "word" },
  },
  "Secret/proxy-user": { stringData: { address: "http://proxy.example", username: "me" } },
  "Secret/proxy-inline": { stringData: { address: "http://a%40b:c%2Fd@proxy.example/" } },
  "Secret/proxy-socks": { stringData: { address: "socks5://proxy.example:1080" } },
  "Secret/proxy-long": { stringData: { address: `http://proxy.example/${"a".repeat(2048)}` } },
  "Secret/proxy-odd": { stringData: { address: "proxy.example:3128" } },
  "ServiceAccount/puller": { imagePullSecrets: [{ name: "docker" }] },
  "ServiceAccount/default": {},
}

function lookup({ kind, namespace, name }: ResourceId): Resource | "unknown" | undefined {
  if (namespace !== "flux-system") return undefined
  if (name === "hidden") return "unknown"
  const manifest = objects[`${kind}/${name}`]
  return manifest && ({ id: { group: "", kind, namespace, name }, manifest } as unknown as Resource)
}

const login = { username: "me", password: "word" }

describe("what a source names is read from its own namespace", () => {
  test.each<readonly [JsonObject, JsonObject]>([
    [{}, {}],
    [{ secretRef: { name: "login" } }, { login }],
    [{ secretRef: { name: "encoded" } }, { login }],
    [
      { secretRef: { name: "login" }, certSecretRef: { name: "tls" } },
      { login, certificate: { cert: "CERT", key: "KEY" }, authorities: "CA" },
    ],
    [{ certSecretRef: { name: "ca" } }, { authorities: "CA" }],
    [
      { secretRef: { name: "legacy" } },
      { login, certificate: { cert: "CERT", key: "KEY" }, authorities: "CA" },
    ],
    [{ secretRef: { name: "docker" } }, { dockerConfig: docker }],
    [{ serviceAccountName: "puller" }, { dockerConfig: docker }],
    [{ serviceAccountName: "default" }, {}],
  ])("%j", (spec, access) => {
    expect(accessOf(source(spec), lookup)).toEqual(access)
  })
})

describe("what is not to be seen is said", () => {
  test.each([
    [{ secretRef: { name: "absent" } }, "Secret flux-system/absent is not in this repository"],
    [{ secretRef: { name: "hidden" } }, "Secret flux-system/hidden is not in this repository"],
    [{ secretRef: { name: "sops" } }, "Secret flux-system/sops cannot be read here"],
    [{ secretRef: { name: "substituted" } }, "Secret flux-system/substituted cannot be read here"],
    [
      { secretRef: { name: "partial" } },
      "Secret flux-system/partial has only one of `username` and `password`",
    ],
    [{ certSecretRef: { name: "absent" } }, "Secret flux-system/absent is not in this repository"],
    [{ serviceAccountName: "absent" }, "ServiceAccount absent is not in this repository"],
    [{ provider: "aws" }, "the login of provider aws is the cluster's alone"],
  ])("%j", (spec, missing) => {
    expect(accessOf(source(spec), lookup)).toMatchObject({ missing })
  })
})

// fluxcd/pkg: runtime/secrets, ProxyURLFromSecret; go-git takes it over http and https.
describe("the proxy of a GitRepository", () => {
  const proxied = (name: string, url = "https://git.example/apps.git"): Resource => {
    const { id, manifest } = source({ url, proxySecretRef: { name } })
    return { id: { ...id, kind: "GitRepository" }, manifest } as unknown as Resource
  }

  test.each<readonly [string, JsonObject]>([
    ["proxy", { url: "http://proxy.example:3128" }],
    ["proxy-login", { url: "https://proxy.example", login }],
    ["proxy-user", { url: "http://proxy.example", login: { username: "me", password: "" } }],
    ["proxy-inline", { url: "http://proxy.example", login: { username: "a@b", password: "c/d" } }],
  ])("is what Secret %s says", (name, proxy) => {
    expect(accessOf(proxied(name), lookup)).toEqual({ proxy })
  })

  test.each([
    ["proxy-socks", "none of http or https"],
    ["proxy-long", "has no `address` of a proxy"],
    ["proxy-odd", "has no `address` of a proxy"],
    ["login", "Secret flux-system/login has no `address` of a proxy"],
    ["sops", "Secret flux-system/sops cannot be read here"],
    ["absent", "Secret flux-system/absent is not in this repository"],
  ])("is not known from Secret %s: %s", (name, missing) => {
    const access = accessOf(proxied(name), lookup)
    expect(access).toEqual({ missing: expect.stringContaining(missing) })
  })

  test("is the cluster's alone over ssh, and for other sources", () => {
    const missing = "the proxy of its `proxySecretRef` is the cluster's alone"
    const ssh = proxied("proxy", "ssh://git@git.example/apps.git")
    expect(accessOf(ssh, lookup)).toEqual({ missing })
    const other = source({ url: "https://a.example", proxySecretRef: { name: "proxy" } })
    expect(accessOf(other, lookup)).toEqual({ missing })
  })
})
