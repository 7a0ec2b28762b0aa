import type { KustomizationFile, Violation } from "../model/index.ts"
import { groupOf } from "../model/index.ts"
import { stringAt } from "../yaml/json.ts"
import { violationsOf } from "./check-value.ts"
import type { Schema } from "./schema.ts"

const own = "kustomize.config.k8s.io"

/** What kustomize's types say against a kustomization file; nothing of a file that holds an object of another group. */
export function kustomizationViolations(
  { document }: KustomizationFile,
  schema: Schema,
): readonly Violation[] {
  const { content } = document
  const apiVersion = stringAt(content, ["apiVersion"])
  if (content === undefined || (apiVersion !== undefined && groupOf(apiVersion) !== own)) return []
  return violationsOf(content, schema, () => undefined).filter(isReal)
}

/** Go's reader of JSON finds a field whatever the case of its letters. */
function isReal({ path, problem }: Violation): boolean {
  if (problem.kind !== "unknown") return true
  const name = String(path.at(-1)).toLowerCase()
  return !problem.declared.some((declared) => declared.toLowerCase() === name)
}
