import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import type { Cache } from "./cache.ts"
import { cachedEngine } from "./cached-engine.ts"
import type { Engine, FileTree, HelmRequest, KustomizeRequest } from "./engine.ts"
import type { Turn } from "./turns.ts"

const digest = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex")
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function memoryCache(): Cache {
  const entries = new Map<string, Uint8Array>()
  return {
    get: async (kind, key) => entries.get(`${kind}/${key}`),
    put: async (kind, key, value) => void entries.set(`${kind}/${key}`, value),
  }
}

interface Calls {
  readonly names: string[]
  started: number
}

function recordingEngine(calls: Calls, result: (name: string) => unknown): Engine {
  return {
    digest: "engine-1",
    start: () => {
      calls.started += 1
    },
    expect: () => void calls.names.push("expect"),
    close: async () => {},
    call: async (name) => {
      calls.names.push(name)
      return result(name) as never
    },
  }
}

function tree(files: Readonly<Record<string, string>>): FileTree {
  return {
    id: digest(JSON.stringify(files)),
    files: new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])),
  }
}

const podinfo = {
  "apps/kustomization.yaml": "resources: [podinfo.yaml]",
  "apps/podinfo.yaml": "kind: ConfigMap",
}
const built = {
  status: "built",
  objects: [],
  inputs: ["apps", "apps/kustomization.yaml", "apps/podinfo.yaml", "apps/kustomization.yml"],
}

function request(
  files: Readonly<Record<string, string>>,
  changes: Partial<KustomizeRequest> = {},
): KustomizeRequest {
  return {
    tree: tree(files),
    kustomization: { spec: { path: "./apps" } },
    variables: null,
    strict: true,
    ...changes,
  }
}

function setUp(result: (name: string) => unknown): {
  readonly calls: Calls
  readonly open: () => Engine
} {
  const calls: Calls = { names: [], started: 0 }
  const cache = memoryCache()
  const open = (): Engine =>
    cachedEngine(recordingEngine(calls, result), {
      cache,
      toolVersion: "1",
      label: "/repo",
      digest,
    })
  return { calls, open }
}

describe("a kustomize build is remembered", () => {
  test.each([
    ["nothing has changed", podinfo, 1],
    [
      "a file changes that it did not read",
      { ...podinfo, "infrastructure/redis.yaml": "kind: Secret" },
      1,
    ],
    ["a file changes that it read", { ...podinfo, "apps/podinfo.yaml": "kind: Secret" }, 2],
    [
      "a file appears in a folder that it listed",
      { ...podinfo, "apps/redis.yaml": "kind: Secret" },
      2,
    ],
    [
      "a folder appears in a folder that it listed",
      { ...podinfo, "apps/redis/a.yaml": "kind: Secret" },
      2,
    ],
    ["a file appears whose absence it saw", { ...podinfo, "apps/kustomization.yml": "" }, 2],
    [
      "a file goes away that it read",
      { "apps/kustomization.yaml": podinfo["apps/kustomization.yaml"] },
      2,
    ],
  ])("when %s", async (_title, files, expected) => {
    const { calls, open } = setUp(() => built)
    await open().call("kustomize", request(podinfo))
    expect(await open().call("kustomize", request(files))).toEqual(built)
    expect(calls.names).toHaveLength(expected)
  })

  test.each([
    ["the Kustomization", { kustomization: { spec: { path: "./apps", namePrefix: "x-" } } }],
    ["a variable", { variables: { region: "eu-west-1" } }],
    ["strictness", { strict: false }],
  ])("but not when %s differs", async (_title, changes) => {
    const { calls, open } = setUp(() => built)
    await open().call("kustomize", request(podinfo))
    await open().call("kustomize", request(podinfo, changes))
    expect(calls.names).toHaveLength(2)
  })

  test("whatever status the Kustomization carries", async () => {
    const { calls, open } = setUp(() => built)
    await open().call("kustomize", request(podinfo))
    await open().call(
      "kustomize",
      request(podinfo, { kustomization: { spec: { path: "./apps" }, status: { a: 1 } } }),
    )
    expect(calls.names).toHaveLength(1)
  })

  test("after going to another branch and back", async () => {
    const { calls, open } = setUp(() => built)
    const branch = { ...podinfo, "apps/podinfo.yaml": "kind: Secret" }
    for (const files of [podinfo, branch, podinfo, branch])
      await open().call("kustomize", request(files))
    expect(calls.names).toHaveLength(2)
  })
})

const render: HelmRequest = {
  chart: { digest: "c1", archive: bytes("x") },
  release: { name: "podinfo", namespace: "apps" },
  values: {},
  kubeVersion: "v1.35.0",
  apiVersions: [],
}

describe("a render is remembered", () => {
  test.each([
    ["the same chart from another place", { chart: { digest: "c1", files: new Map() } }, 1],
    ["another chart", { chart: { digest: "c2", archive: bytes("x") } }, 2],
    ["other values", { values: { replicas: 2 } }, 2],
    ["another values file", { valuesFiles: [{ path: "prod.yaml", data: bytes("a: 1") }] }, 2],
  ])("%s", async (_title, changes, expected) => {
    const { calls, open } = setUp(() => ({
      status: "rendered",
      chart: { name: "podinfo", version: "6.0.0" },
      objects: [],
    }))
    await open().call("helm", render)
    await open().call("helm", { ...render, ...changes })
    expect(calls.names).toHaveLength(expected)
  })

  test("a failure too, but not a limit", async () => {
    const failing = setUp(() => ({ status: "failed", step: "render", message: "nil pointer" }))
    await failing.open().call("helm", render)
    await failing.open().call("helm", render)
    expect(failing.calls.names).toHaveLength(1)

    const limited = setUp(() => ({ status: "limit", limit: "time", message: "30 s" }))
    await limited.open().call("helm", render)
    const engine = limited.open()
    await engine.call("helm", render)
    expect(limited.calls.names).toHaveLength(2)
    expect(engine.answers?.()).toBeUndefined()
  })

  test("the digest of all answers is that of what was asked, in any order", async () => {
    const { open } = setUp(() => ({ status: "failed", step: "render", message: "nil pointer" }))
    const answersTo = async (...requests: readonly HelmRequest[]): Promise<string | undefined> => {
      const engine = open()
      for (const one of requests) await engine.call("helm", one)
      return engine.answers?.()
    }
    const other = { ...render, values: { other: true } }
    expect(await answersTo(render, other)).toBe(await answersTo(other, render))
    expect(await answersTo(render, other)).not.toBe(await answersTo(render))
  })
})

describe("work that has to wait for its turn", () => {
  const result = { status: "rendered", chart: { name: "podinfo", version: "6.0.0" }, objects: [] }
  const turnThat = (come: () => Promise<boolean>): Turn => ({ come, end: () => {} })

  test.each([
    ["a render", (engine: Engine, turn: Turn) => engine.call("helm", render, turn)],
    ["a build", (engine: Engine, turn: Turn) => engine.call("kustomize", request(podinfo), turn)],
  ])("%s that somebody else has finished meanwhile is not done again", async (_title, ask) => {
    const { calls, open } = setUp((name) => (name === "helm" ? result : built))
    const elsewhere = open()
    const turn = turnThat(async () => {
      await ask(
        elsewhere,
        turnThat(async () => false),
      )
      return true
    })
    const answer = await ask(open(), turn)
    expect(calls.names).toHaveLength(1)
    expect(answer).toEqual(calls.names[0] === "helm" ? result : built)
  })

  test("what is remembered waits for nobody", async () => {
    const { calls, open } = setUp(() => result)
    await open().call("helm", render)
    const never = turnThat(() => new Promise(() => {}))
    expect(await open().call("helm", render, never)).toEqual(result)
    expect(calls.names).toHaveLength(1)
  })

  test("the cache is asked again only after waiting", async () => {
    const asked: string[] = []
    const cache: Cache = {
      get: async (kind) => void asked.push(kind),
      put: async () => {},
    }
    const calls: Calls = { names: [], started: 0 }
    const engine = recordingEngine(calls, () => result)
    const cached = cachedEngine(engine, { cache, toolVersion: "1", label: "/repo", digest })
    for (const hasWaited of [false, true])
      await cached.call(
        "helm",
        render,
        turnThat(async () => hasWaited),
      )
    await cached.call("helm", render)
    expect(asked).toHaveLength(1 + 2 + 1)
  })
})

test("the engine starts early unless the last run over the same root needed it not", async () => {
  const { calls, open } = setUp(() => built)
  const run = async (files: Readonly<Record<string, string>>): Promise<void> => {
    const engine = open()
    engine.start()
    await engine.call("kustomize", request(files))
    await engine.close()
  }
  await run(podinfo)
  expect(calls.started).toBe(1)
  await run(podinfo)
  expect(calls.started).toBe(2)
  await run(podinfo)
  expect(calls.started).toBe(2)
})

test("another version of sluice or of the engine remembers for itself", async () => {
  const cache = memoryCache()
  const calls: Calls = { names: [], started: 0 }
  const engine = recordingEngine(calls, () => built)
  for (const [toolVersion, engineDigest] of [
    ["1", "a"],
    ["2", "a"],
    ["1", "b"],
    ["1", "a"],
  ] as const) {
    const cached = cachedEngine(
      { ...engine, digest: engineDigest },
      { cache, toolVersion, label: "/repo", digest },
    )
    await cached.call("kustomize", request(podinfo))
  }
  expect(calls.names).toHaveLength(3)
})

test("charts are offered to the engine in the first run over a root alone", async () => {
  const { calls, open } = setUp(() => built)
  const run = async (): Promise<void> => {
    const engine = open()
    engine.start()
    await engine.call("kustomize", request(podinfo))
    engine.expect?.(async function* () {})
    await engine.close()
  }
  await run()
  expect(calls.names).toEqual(["kustomize", "expect"])
  await run()
  expect(calls.names).toEqual(["kustomize", "expect"])
})
