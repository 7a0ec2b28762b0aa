import { isObject, type JsonObject, type JsonValue } from "../../yaml/index.ts"

/** Keywords whose values are no schemas: what looks like a reference in them is none. */
const plainKeywords = new Set(["const", "default", "enum", "examples"])

const maxDepth = 200

interface Walk {
  /** Documents that are here: the schema itself, and those that it contains. */
  readonly own: Set<string>
  readonly found: Set<string>
}

/** The addresses of other documents that a JSON Schema refers to; relative ones are below its own, or its `$id`. */
export function schemaReferences(text: string, url: string): readonly string[] {
  const walk: Walk = { own: new Set([documentOf(url)]), found: new Set() }
  visit(walk, parsed(text), { base: url, depth: 0 })
  return [...walk.found]
    .filter((address) => !walk.own.has(address) && /^https?:\/\//u.test(address))
    .sort()
}

function visit(
  walk: Walk,
  value: JsonValue | undefined,
  { base, depth }: { readonly base: string; readonly depth: number },
): void {
  if (depth > maxDepth) return
  if (Array.isArray(value)) {
    for (const entry of value) visit(walk, entry, { base, depth: depth + 1 })
  } else if (isObject(value)) {
    const here = note(walk, value, base)
    for (const [keyword, entry] of Object.entries(value))
      if (!plainKeywords.has(keyword)) visit(walk, entry, { base: here, depth: depth + 1 })
  }
}

/** Notes what one schema is called and refers to; gives what is relative in it its base. */
function note({ own, found }: Walk, { $id, $ref }: JsonObject, base: string): string {
  const id = resolve($id, base)
  if (id !== undefined) own.add(documentOf(id))
  const target = resolve($ref, id ?? base)
  if (target !== undefined) found.add(documentOf(target))
  return id ?? base
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}

function resolve(reference: JsonValue | undefined, base: string): string | undefined {
  return typeof reference === "string" && URL.canParse(reference, base)
    ? new URL(reference, base).href
    : undefined
}

function documentOf(url: string): string {
  return url.split("#")[0] ?? url
}
