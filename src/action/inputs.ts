import { UsageError } from "../model/errors.ts"
import { splitArguments } from "./split-arguments.ts"

/** What a workflow says under `with:`; an empty text stands for nothing. */
export interface Inputs {
  readonly paths: readonly string[]
  readonly workingDirectory: string
  readonly config: string
  readonly clusters: readonly string[]
  readonly args: readonly string[]
  readonly failOn: string
  readonly maxWarnings: string
  readonly since: string
  readonly sarifFile: string
  readonly baseline: string
  readonly offline: boolean
  readonly untrusted: boolean | "auto"
  readonly summary: boolean
  readonly annotations: boolean
  readonly comment: boolean
  readonly diff: boolean
  readonly cache: boolean
  readonly token: string
}

/** Reads the inputs; throws for one that cannot be understood. */
export function readInputs(input: (name: string) => string): Inputs {
  const flag = (name: string): boolean => {
    const value = input(name)
    if (value === "true" || value === "false") return value === "true"
    throw new UsageError(`The input \`${name}\` is \`${value}\`; it takes \`true\` or \`false\`.`)
  }
  return {
    paths: linesOf(input("path")),
    workingDirectory: input("working-directory"),
    config: input("config"),
    clusters: linesOf(input("cluster")),
    args: splitArguments(input("args")),
    failOn: input("fail-on"),
    maxWarnings: input("max-warnings"),
    since: input("since"),
    sarifFile: input("sarif-file"),
    baseline: input("baseline"),
    offline: flag("offline"),
    untrusted: input("untrusted") === "auto" ? "auto" : flag("untrusted"),
    summary: flag("summary"),
    annotations: flag("annotations"),
    comment: flag("comment"),
    diff: flag("diff"),
    cache: flag("cache"),
    token: input("github-token"),
  }
}

/** Several values stand on a line each. */
function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
}
