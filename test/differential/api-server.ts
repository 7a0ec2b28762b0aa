import type { CrdVersion } from "../../src/schema/crd-versions.ts"
import type { JsonObject } from "../../src/yaml/json.ts"
import type { Reference } from "./oracles.ts"

/** What the API server's registry, run natively, says of one object. */
export interface Judgement {
  readonly unknown?: readonly string[]
  readonly errors?: readonly {
    readonly type: string
    readonly field: string
    readonly detail: string
  }[]
  readonly stored: JsonObject
}

type Answer =
  | { readonly status: "judged"; readonly judgements: readonly Judgement[] }
  | { readonly status: "failed"; readonly message: string }

/** Has custom resources of one kind judged as when they are created. */
export function askApiServer(
  reference: Reference,
  { schema, group, version, kind }: CrdVersion,
  texts: readonly JsonObject[],
): Promise<Answer> {
  const apiVersion = `${group}/${version}`
  return reference.ask<Answer>({ op: "validate", schema, apiVersion, kind, texts })
}

/** `a.b[0][c.d]` and `a.b.0.c.d` are the same here: the API server does not tell keys from fields. */
export function plainPath(path: string): string {
  return path === "<nil>" ? "" : path.replaceAll(/\[([^\]]*)\]/gu, ".$1").replace(/^\./u, "")
}
