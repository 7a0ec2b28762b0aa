import { expect, test } from "vitest"
import { rules } from "../../../rules/index.ts"
import { schemaUrl } from "../../report/links.ts"
import { configSchemaFile } from "./config-schema.ts"

test("schemas/config.schema.json is the schema that sluice itself checks with", async () => {
  await expect(configSchemaFile(rules, schemaUrl("config"))).toMatchFileSnapshot(
    "../../../schemas/config.schema.json",
  )
})
