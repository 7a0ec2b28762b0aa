import { describe, expect, test } from "vitest"
import { schemaReferences } from "./schema-references.ts"

const url = "https://schemas.example/v1/values.schema.json"
const of = (schema: unknown): readonly string[] => schemaReferences(JSON.stringify(schema), url)

describe("the schemas that a schema refers to", () => {
  // https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
  test.each<[what: string, schema: unknown, found: readonly string[]]>([
    ["an address", { $ref: "https://other.example/a.json" }, ["https://other.example/a.json"]],
    ["a fragment of one", { $ref: "b.json#/$defs/x" }, ["https://schemas.example/v1/b.json"]],
    ["a path from the root", { items: { $ref: "/c.json" } }, ["https://schemas.example/c.json"]],
    ["a place in itself", { $ref: "#/$defs/x" }, []],
    ["itself", { $ref: "values.schema.json" }, []],
    [
      "below its own $id",
      { $id: "https://id.example/x/y.json", $ref: "z.json" },
      ["https://id.example/x/z.json"],
    ],
    ["what it contains", { $ref: "in.json", $defs: { a: { $id: "in.json" } } }, []],
    ["in a list", { allOf: [{ $ref: "d.json" }] }, ["https://schemas.example/v1/d.json"]],
    ["what is a value", { default: { $ref: "e.json" }, enum: [{ $ref: "e.json" }] }, []],
    ["no address of http", { allOf: [{ $ref: "file:///etc/passwd" }, { $ref: "urn:x" }] }, []],
    ["no text", { $ref: 7 }, []],
  ])("%s", (_what, schema, found) => {
    expect(of(schema)).toEqual(found)
  })

  test("are none in what is no JSON", () => {
    expect(schemaReferences("<html>", url)).toEqual([])
  })

  test("are none beyond a depth that no schema has", () => {
    const deep = (depth: number): string =>
      `${'{"not":'.repeat(depth)}{"$ref":"f.json"}${"}".repeat(depth)}`
    expect(schemaReferences(deep(200), url)).toEqual(["https://schemas.example/v1/f.json"])
    expect(schemaReferences(deep(201), url)).toEqual([])
    expect(schemaReferences(deep(100_000), url)).toEqual([])
  })
})
