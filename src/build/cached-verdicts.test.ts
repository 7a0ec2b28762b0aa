import { createHash } from "node:crypto"
import { describe, expect, test } from "vitest"
import { cachedEngine } from "./cached-engine.ts"
import type { Engine, ValidateRequest, ValidateResult } from "./engine.ts"

const digest = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("hex")

type Judge = (request: ValidateRequest) => ValidateResult | { readonly status: "limit" }

/** Opens engines that share a cache; behind them `judge` answers, and its calls are recorded. */
function setUp(judge: Judge): {
  readonly calls: ValidateRequest[]
  readonly open: () => Engine
} {
  const entries = new Map<string, Uint8Array>()
  const calls: ValidateRequest[] = []
  const engine: Engine = {
    digest: "engine-1",
    start: () => {},
    close: async () => {},
    call: async (_name, request) => {
      calls.push(request as ValidateRequest)
      return judge(request as ValidateRequest) as never
    },
  }
  const cache = {
    get: async (kind: string, key: string) => entries.get(`${kind}/${key}`),
    put: async (kind: string, key: string, value: Uint8Array) =>
      void entries.set(`${kind}/${key}`, value),
  }
  const options = { cache, toolVersion: "1", label: "/repo", digest }
  return { calls, open: () => cachedEngine(engine, options) }
}

const schema = { digest: "s1", schema: { type: "object" } }

function verdictOn(name: unknown): { violations: never } {
  return { violations: [{ message: name }] as never }
}

const judgeByName: Judge = ({ objects }) => ({
  status: "judged",
  transitionRules: 2,
  verdicts: objects.map(({ name }) => verdictOn(name)),
})

async function ask(engine: Engine, ...names: readonly string[]): Promise<unknown> {
  return engine.call("validate", { schema, objects: names.map((name) => ({ name })) })
}

function asked(calls: readonly ValidateRequest[]): readonly unknown[] {
  return calls.flatMap(({ objects }) => objects.map(({ name }) => name))
}

describe("a verdict on a custom resource is remembered", () => {
  test("object by object, and given in the order asked for", async () => {
    const { calls, open } = setUp(judgeByName)
    await ask(open(), "a", "b")
    const result = await ask(open(), "c", "b", "a")
    expect(asked(calls)).toEqual(["a", "b", "c"])
    expect(result).toEqual({
      status: "judged",
      transitionRules: 2,
      verdicts: [verdictOn("c"), verdictOn("b"), verdictOn("a")],
    })
  })

  test("when several batches of one schema are judged at once", async () => {
    const { calls, open } = setUp(judgeByName)
    const engine = open()
    await Promise.all([ask(engine, "a"), ask(engine, "a", "b")])
    await ask(open(), "a", "b")
    expect(asked(calls)).toEqual(["a", "b"])
  })

  test("but not for another schema, nor with the defaults", async () => {
    const { calls, open } = setUp(judgeByName)
    await ask(open(), "a")
    await open().call("validate", { schema: { ...schema, digest: "s2" }, objects: [{ name: "a" }] })
    await open().call("validate", { schema, objects: [{ name: "a" }], defaults: true })
    expect(asked(calls)).toEqual(["a", "a", "a"])
  })

  test.each([
    ["as is that the schema cannot be used", { status: "failed", message: "no" } as const, 1],
    ["but no limit", { status: "limit" } as const, 2],
  ])("%s", async (_title, answer, times) => {
    const { calls, open } = setUp(() => answer)
    await ask(open(), "a")
    expect(await ask(open(), "b")).toEqual(answer)
    expect(calls).toHaveLength(times)
  })
})
