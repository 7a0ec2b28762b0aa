import type { FieldPath } from "../yaml/json.ts"
import type { Schema } from "./schema.ts"

/** The schema of the field at `path`; undefined where the schema does not declare it. */
export function schemaAt(schema: Schema, path: FieldPath): Schema | undefined {
  let current: Schema | undefined = schema
  for (const step of path) current = current && below(current, step)
  return current
}

function below(schema: Schema, step: string | number): Schema | undefined {
  if (typeof step === "number") return schema.items
  const { properties, additionalProperties } = schema
  if (properties && Object.hasOwn(properties, step)) return properties[step]
  return typeof additionalProperties === "object" ? additionalProperties : undefined
}
