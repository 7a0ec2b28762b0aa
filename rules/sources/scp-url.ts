import { type FieldProblem, stringAt } from "#rule"
import type { JudgedViolation } from "../api/judged-violations.ts"

/** `git@github.com:example/fleet.git`: user, host and path. */
const scp = /^(?<user>[\w.-]+)@(?<host>[\w.-]+):(?!\/\/)(?<path>.+)$/u

/** Whether a violation is an address in git's short form for SSH: `git-scp-url` reports it. */
export function isScpUrl({ resource, path, problem }: JudgedViolation<FieldProblem>): boolean {
  if (problem.kind !== "pattern" || path.at(-1) !== "url") return false
  return scp.test(stringAt(resource.manifest, path) ?? "")
}

/** The same address as a URL; undefined where a number may be a port or a folder. */
export function asSshUrl(text: string): string | undefined {
  const { user = "", host = "", path = "" } = scp.exec(text)?.groups ?? {}
  if (path === "" || /^\d+(?:\/|$)/u.test(path)) return undefined
  return `ssh://${user}@${host}/${path.replace(/^\/+/u, "")}`
}
