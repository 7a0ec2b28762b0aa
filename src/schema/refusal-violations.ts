import type { Refusal } from "../build/engine.ts"
import type { FieldProblem, Violation } from "../model/verdict.ts"
import { type JsonObject, valueAt } from "../yaml/json.ts"
import { holdsUnseen, readsUnseen } from "./unseen.ts"

/**
 * What the engine says of an object and our own look at its structure does not: broken rules, entries that are there
 * twice, embedded resources. Nothing rests on a value that was not seen.
 */
export function refusalViolations(
  refusals: readonly Refusal[],
  manifest: JsonObject,
): readonly Violation[] {
  return refusals.flatMap((refusal) => {
    const problem = problemOf(refusal)
    return problem && !restsOnUnseen(refusal, manifest) ? [{ path: refusal.path, problem }] : []
  })
}

function problemOf({ stage, type, rule = "", message }: Refusal): FieldProblem | undefined {
  if (stage === "rule") return { kind: "rule", rule, message }
  if (stage === "list" && type === "FieldValueDuplicate") return { kind: "duplicate" }
  if (stage === "embedded")
    return type === "FieldValueRequired" ? { kind: "missing" } : { kind: "name", rule: message }
  return undefined
}

function restsOnUnseen({ stage, path, scope, rule = "" }: Refusal, manifest: JsonObject): boolean {
  if (stage !== "rule") return holdsUnseen(valueAt(manifest, path))
  return readsUnseen(rule, valueAt(manifest, path.slice(0, scope)))
}
