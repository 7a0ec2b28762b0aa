import { describe, expect, test } from "vitest"
import { type FetchedSchema, FetchedSchemas } from "./fetched-schemas.ts"
import { locatedSchemas } from "./located-schemas.ts"
import type { SchemaStore } from "./schema-store.ts"

const disk = { fileAt: () => undefined } as unknown as SchemaStore
const location =
  "https://schemas.example/{{ .Group }}/{{ .ResourceKind }}_{{ .ResourceAPIVersion }}.json"
const backup = { group: "k8up.io", kind: "Backup" }

function served(files: Readonly<Record<string, FetchedSchema>>): {
  readonly fetched: FetchedSchemas
  readonly asked: string[]
  status(): Promise<string | undefined>
} {
  const asked: string[] = []
  const fetched = new FetchedSchemas(disk, async (url) => {
    asked.push(url)
    return files[url] ?? { status: "absent" }
  })
  const find = () => locatedSchemas([location], "1.35", fetched.store)(backup, "v1")
  return {
    fetched,
    asked,
    status: async () => {
      do find()
      while (await fetched.load())
      return find()?.status
    },
  }
}

const ok = (schema: unknown): FetchedSchema => ({ status: "ok", text: JSON.stringify(schema) })
const url = "https://schemas.example/k8up.io/backup_v1.json"
const other = "https://schemas.example/k8up.io/_definitions.json"

describe("a schema on the network", () => {
  test("is fetched once, with what it refers to", async () => {
    const { asked, status, fetched } = served({
      [url]: ok({ properties: { spec: { $ref: "_definitions.json#/definitions/spec" } } }),
      [other]: ok({ definitions: { spec: { type: "object" } } }),
    })
    expect(await status()).toBe("whole")
    expect(asked).toEqual([url, other])
    expect(fetched.skips()).toEqual([])
  })

  test("that its server does not have is none, and no fault", async () => {
    const { asked, status, fetched } = served({})
    expect(await status()).toBeUndefined()
    expect(asked).toEqual([url])
    expect(fetched.skips()).toEqual([])
  })

  test.each<readonly [string, FetchedSchema, object]>([
    [
      "cannot be had",
      { status: "unavailable", reason: "schemas.example has no address" },
      { reason: "schemas.example has no address", kind: "incomplete" },
    ],
    [
      "may not be fetched",
      { status: "unavailable", reason: "--offline", chosen: true },
      { reason: "--offline", kind: "chosen" },
    ],
    ["is none", { status: "ok", text: "<html>" }, { reason: `${url} is no JSON Schema` }],
    ["is a list", ok([]), { reason: `${url} is no JSON Schema` }],
  ])("that %s is said", async (_title, answer, skip) => {
    const { status, fetched } = served({ [url]: answer })
    expect(await status()).toBeUndefined()
    expect(fetched.skips()).toMatchObject([skip])
  })

  test("is not asked for where nothing is fetched", async () => {
    const fetched = new FetchedSchemas(disk, undefined)
    locatedSchemas([location], "1.35", fetched.store)(backup, "v1")
    await fetched.load()
    expect(fetched.skips()).toMatchObject([{ kind: "chosen" }])
  })
})
