import { SyntaxProblem } from "./syntax-problem.ts"
import type { Token } from "./token.ts"

/** Prefix by handle: `%TAG !e! tag:example.com,2000:`. */
export type TagDirectives = ReadonlyMap<string, string>

const YAML_PREFIX = "tag:yaml.org,2002:"

/** The tag that `token` means under the document's directives; YAML's own tags in their short form, `!!str`. */
export function resolveTag(token: Token, directives: TagDirectives): string {
  const suffix = decodePercent(token.suffix)
  const tag =
    token.value === "" || (token.value === "!" && suffix === "")
      ? suffix || "!"
      : prefixOf(token, directives) + suffix
  return tag.startsWith(YAML_PREFIX) ? `!!${tag.slice(YAML_PREFIX.length)}` : tag
}

function prefixOf(token: Token, directives: TagDirectives): string {
  const prefix = directives.get(token.value)
  if (prefix !== undefined) return prefix
  if (token.value === "!") return "!"
  if (token.value === "!!") return YAML_PREFIX
  throw new SyntaxProblem(
    `no \`%TAG\` directive declares the tag handle \`${token.value}\``,
    token.start,
    token.end,
  )
}

function decodePercent(suffix: string): string {
  if (!suffix.includes("%")) return suffix
  try {
    return decodeURIComponent(suffix)
  } catch {
    return suffix
  }
}
