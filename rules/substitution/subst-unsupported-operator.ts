import {
  type ClusterRule,
  type Document,
  defineClusterRule,
  describe,
  type Fix,
  type KustomizationBuild,
  type Problem,
  type Resource,
  type SubstitutionProblem,
  valueAt,
} from "#rule"
import {
  type FoundText,
  isShellOperator,
  isSubstituted,
  shellOperator,
  textsWithExpressions,
} from "./expressions.ts"
import { groupProblems, otherPlaces } from "./problems-by-expression.ts"

/** The default that was meant, for a variable that the Kustomization has: nobody else's text then. */
function defaultFix(
  { at, expression }: SubstitutionProblem,
  variables: KustomizationBuild["variables"],
): Fix | undefined {
  const { name = "", operator, word = "" } = shellOperator.exec(expression)?.groups ?? {}
  const text = valueAt(at.document.content, at.path)
  if (operator !== "-" || !variables?.has(name) || typeof text !== "string") return undefined
  const fixed = text.replace(`\${${name}-${word}}`, `\${${name}:-${word}}`)
  if (fixed === text) return undefined
  const { span: _, ...place } = at
  return {
    title: `Write \`\${${name}:-${word}}\``,
    applicability: "safe",
    changes: [{ op: "set", at: place, value: fixed }],
  }
}

function adviseOnError({ expression }: SubstitutionProblem): string {
  const { name = "", operator, word = "" } = shellOperator.exec(expression)?.groups ?? {}
  const keep = `\`$${expression}\` to keep the text for a shell`
  return operator === "-"
    ? `Write \`\${${name}:-${word}}\` for a default, or ${keep}.`
    : `Write ${keep}; Flux has no such operator.`
}

/** `${X:+a}` and `${X:?m}`, which envsubst takes for defaults; `$$` is an escape. */
const asDefault = /(?<!\$)\$\{(?<name>\w+):(?<operator>[+?])(?<word>[^{}]*)\}/gu

/** What becomes of such an expression, in words; undefined where it is what a shell would make of it. */
function misreading(
  { groups: { name = "", operator = "", word = "" } = {} }: RegExpMatchArray,
  variables: NonNullable<KustomizationBuild["variables"]>,
): string | undefined {
  const value = variables.get(name)?.value
  if (operator === "?")
    return value ? undefined : `which Flux replaces by \`${word}\`, not by an error`
  return value
    ? `which Flux replaces by the value of \`${name}\`, not by \`${word}\``
    : `which Flux replaces by \`${word}\`, not by nothing`
}

function* misreadIn(
  resource: Resource,
  { text, path }: FoundText,
  variables: NonNullable<KustomizationBuild["variables"]>,
): Iterable<Problem> {
  for (const match of text.matchAll(asDefault)) {
    const effect = misreading(match, variables)
    if (effect === undefined) continue
    const [expression] = match
    yield {
      at: resource.at(path, "value", { start: match.index, end: match.index + expression.length }),
      message: `${describe(resource.id)} holds \`${expression}\`, ${effect}.`,
      help: `Write \`$${expression}\` if a shell reads it; Flux has no operator but the default, \`:=\`.`,
    }
    // One of a text shows what is wrong with the others.
    return
  }
}

/** The objects of a build whose own documents are substituted, each document once. */
function* misread({ objects, variables }: KustomizationBuild): Iterable<Problem> {
  const seen = new Set<Document>()
  if (!variables || variables.size === 0) return
  for (const object of objects) {
    const { origin } = object
    if (origin.via !== "kustomize" || origin.generated || !isSubstituted(object)) continue
    if (seen.has(origin.document)) continue
    seen.add(origin.document)
    const written = valueAt(origin.document.content, origin.path)
    for (const text of textsWithExpressions(written)) yield* misreadIn(object, text, variables)
  }
}

export const substUnsupportedOperator: ClusterRule = defineClusterRule({
  id: "subst-unsupported-operator",
  category: "substitution",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "An expression has an operator of the shell that Flux reads otherwise, or not at all.",
  why: "Flux reports BuildFailed with `envsubst error: variable substitution failed: missing closing brace` for `${X-a}`, `${X+a}` and `${X?a}`; it takes `${X:+a}` and `${X:?a}` for defaults, without a word.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#post-build-variable-substitution",
  ],
  since: "0.1.0",
  fixable: "safe",

  *check({ cluster }) {
    for (const build of cluster.builds) {
      for (const group of groupProblems(build, "syntax")) {
        const [first] = group
        if (!isShellOperator(first)) continue
        const fix = defaultFix(first, build.variables)
        yield {
          at: first.at,
          message: `${describe(first.resource.id)} holds \`${first.expression}\`, which Flux cannot substitute: it has no such operator.`,
          help: adviseOnError(first),
          related: otherPlaces(group),
          ...(fix && { fix }),
        }
      }
      yield* misread(build)
    }
  },
})
