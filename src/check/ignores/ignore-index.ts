import type {
  Finding,
  IgnoreComment,
  JudgedIgnore,
  ParsedFile,
  Resource,
} from "../../model/index.ts"
import { readIgnores } from "./read-ignores.ts"

/** The annotation that names rules whose findings on the object do not count; it survives kustomize and Helm. */
export const ignoreAnnotation = "sluice.dev/ignore"
export const reasonAnnotation = "sluice.dev/ignore-reason"

/** What is asked about: the start of a finding, and the object that it is on. */
export interface IgnoreQuestion {
  readonly rule: { readonly id: string; readonly category: string }
  readonly path: string
  readonly line: number
  readonly resource: Resource | undefined
}

/** All ignores of a repository; it remembers which of them were needed. */
export class IgnoreIndex {
  readonly #comments: ReadonlyMap<string, readonly IgnoreComment[]>
  readonly #used = new Map<IgnoreComment, Set<string>>()
  readonly #today: string

  /** `today` is a day such as `2027-01-31`. */
  constructor(files: readonly ParsedFile[], today: string) {
    this.#comments = new Map(files.map(({ source }) => [source.path, readIgnores(source)] as const))
    this.#today = today
  }

  /** Why a finding does not count; undefined when it does. */
  find({ rule, path, line, resource }: IgnoreQuestion): Finding["suppressedBy"] {
    for (const comment of this.#comments.get(path) ?? []) {
      const { first, last } = comment.lines
      const name = nameOf(rule, comment.rules)
      if (name === undefined || line < first || line > last || this.#isExpired(comment)) continue
      this.#used.set(comment, (this.#used.get(comment) ?? new Set()).add(name))
      return suppression("comment", comment.reason)
    }
    const annotations = annotationsOf(resource)
    return nameOf(rule, listedRules(annotations[ignoreAnnotation])) === undefined
      ? undefined
      : suppression("annotation", annotations[reasonAnnotation])
  }

  /** Every comment, as it was judged by the questions so far. */
  judged(): readonly JudgedIgnore[] {
    return [...this.#comments.values()].flat().map((comment) => ({
      comment,
      expired: this.#isExpired(comment),
      used: this.#used.get(comment) ?? new Set(),
    }))
  }

  #isExpired({ until }: IgnoreComment): boolean {
    return until !== undefined && until < this.#today
  }
}

/** The rules that an annotation names. */
export function listedRules(annotation: string | undefined): readonly string[] {
  return annotation === undefined ? [] : annotation.split(",").map((name) => name.trim())
}

/** The name in a list that means a rule. */
function nameOf(
  { id, category }: IgnoreQuestion["rule"],
  listed: readonly string[],
): string | undefined {
  return listed.find((name) => name === id || name === category || name === "*")
}

function annotationsOf(resource: Resource | undefined): Readonly<Record<string, string>> {
  const metadata = resource?.manifest.metadata as { annotations?: unknown } | undefined
  const annotations = metadata?.annotations
  if (typeof annotations !== "object" || annotations === null) return {}
  return Object.fromEntries(
    Object.entries(annotations).filter(([, value]) => typeof value === "string"),
  )
}

function suppression(
  kind: "comment" | "annotation",
  reason: string | undefined,
): Finding["suppressedBy"] {
  return { kind, ...(reason !== undefined && { reason }) }
}
