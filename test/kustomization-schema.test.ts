import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { isSkip, runGoOracle } from "./support/go-oracle.ts"

const program = join(import.meta.dirname, "oracle/kustomization-schema")
const file = join(import.meta.dirname, "../schemas/kustomize/kustomization.json")

test("the schema of kustomization files is what kustomize's own types read", ({ skip }) => {
  const schema = runGoOracle(program, null)
  if (isSkip(schema)) return skip(schema.skipped)
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(schema)
})
