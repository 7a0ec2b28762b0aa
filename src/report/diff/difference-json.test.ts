import { Ajv2020 } from "ajv/dist/2020.js"
import { expect, test } from "vitest"
import { diffSchema } from "./diff-schema.ts"
import { differenceJson } from "./difference-json.ts"
import { hostileDifference, sampleDifference } from "./testdata/sample-difference.ts"

const validate = new Ajv2020({ allErrors: true }).compile(diffSchema)
const tool = { name: "sluice", version: "0.1.0" }

test("the difference has a schema in schemas/", async () => {
  await expect(`${JSON.stringify(diffSchema, null, 2)}\n`).toMatchFileSnapshot(
    "../../../schemas/diff-v1.schema.json",
  )
})

test.each([
  ["a plain one", sampleDifference()],
  ["one full of odd characters", hostileDifference('\u001b[2J\u202e"\n</script>\ud800')],
])("the difference in JSON fits it: %s", (_title, difference) => {
  const text = differenceJson(difference, tool)
  const read: unknown = JSON.parse(text)
  validate(read)
  expect(validate.errors).toBeNull()
  expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u)
  // The schema can say no.
  expect(validate({ ...(read as object), version: 2 })).toBe(false)
})

test("the summary counts what the lists hold", () => {
  const { summary, dangers, objects } = JSON.parse(
    differenceJson(hostileDifference("evil"), tool),
  ) as Record<string, unknown[]>
  expect(summary).toEqual({
    ...{ changed: 1, created: 1, deleted: 1, moved: 1, left: 0 },
    ...{ noise: 2, dangers: 1, kustomizations: 1, releases: 1 },
  })
  expect([dangers?.length, objects?.length]).toEqual([1, 4])
})
