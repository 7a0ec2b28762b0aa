import { expect, test } from "vitest"
import { rules } from "../../../rules/index.ts"
import { schemaUrl } from "../../report/links.ts"
import { configSchema } from "./config-schema.ts"

test("schemas/config.schema.json is the schema that sluice itself checks with", async () => {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: schemaUrl("config"),
    title: "sluice configuration (.sluice.yaml)",
    ...configSchema(rules),
  }
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(
    "../../../schemas/config.schema.json",
  )
})
