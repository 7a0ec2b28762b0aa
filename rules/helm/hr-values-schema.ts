import {
  type ClusterRule,
  chartLocation,
  defineClusterRule,
  describe,
  formatFieldPath,
  type LogicalLocation,
  type ReleaseBuild,
  type ReleaseFailure,
  valueAt,
  valueLocation,
} from "#rule"
import { hasUnseenValues } from "./unseen-values.ts"

type Violation = NonNullable<ReleaseFailure["violations"]>[number]

/** `string or null` → `a string or null`. */
const withArticle = (types = ""): string =>
  types
    .split(" or ")
    .map((type) => (type === "null" ? type : /^[aeiou]/u.test(type) ? `an ${type}` : `a ${type}`))
    .join(" or ")
const quoted = (text = ""): string => text.replaceAll("'", "`")

const typeWords = /^got (?<got>\w+), want (?<want>.+)$/u
const missingWords = /^missing propert(?:y|ies) (?<names>.+)$/u
const extraWords = /^additional properties .* not allowed$/u

/** The validator's words, as what is true of the value. */
const sentences: readonly (readonly [RegExp, (words: Record<string, string>) => string])[] = [
  [typeWords, ({ got, want }) => `is ${withArticle(got)}, not ${withArticle(want)}`],
  [missingWords, ({ names }) => `lacks ${quoted(names)}`],
  [extraWords, () => "is not allowed"],
  [/^value must be one of (?<values>.+)$/u, ({ values }) => `is none of ${quoted(values)}`],
  [/^value must be (?<value>.+)$/u, ({ value }) => `is not ${quoted(value)}`],
  [/^minimum: got (?<got>\S+), want (?<want>\S+)$/u, ({ got, want }) => `is ${got}, below ${want}`],
  [/^maximum: got (?<got>\S+), want (?<want>\S+)$/u, ({ got, want }) => `is ${got}, above ${want}`],
  [/^'(?:oneOf|anyOf)' failed.*$/u, () => "fits none of the forms that the schema allows"],
]

function explain({ path, message }: Violation): string {
  const value = path.length === 0 ? "the release" : `\`${formatFieldPath(path)}\``
  for (const [pattern, sentence] of sentences) {
    const words = pattern.exec(message)
    if (words) return `${value} ${sentence({ ...words.groups })}`
  }
  return `${value}: ${message}`
}

function advise({ path, message }: Violation, build: ReleaseBuild): string {
  const field = formatFieldPath(["spec", "values", ...path])
  const value = build.values === undefined ? undefined : valueAt(build.values, path)
  const type = typeWords.exec(message)?.groups
  if (type?.want === "string" && (typeof value === "number" || typeof value === "boolean")) {
    return `Quote it: \`"${value}"\`.`
  }
  if (
    type?.got === "string" &&
    typeof value === "string" &&
    /^(?:-?\d+|true|false)$/u.test(value)
  ) {
    return `Write it without quotes: \`${value}\`.`
  }
  const names = missingWords.exec(message)?.groups?.names
  if (names !== undefined) return `Set ${quoted(names)} under \`${field}\`.`
  if (extraWords.test(message))
    return "Correct its spelling, or remove it: the schema allows no other keys here."
  return `Change \`${field}\` to what the schema allows.`
}

/** The value in the release or in what `valuesFrom` names; a mapping or list by its key. */
function locate({ path, message }: Violation, build: ReleaseBuild): LogicalLocation {
  const found = valueLocation(build, path)
  if (found) {
    const value = build.values === undefined ? undefined : valueAt(build.values, path)
    const whole = found.depth === path.length && !extraWords.test(message)
    return whole && typeof value !== "object" ? found.at : { ...found.at, part: "key" }
  }
  const own = path.length === 0 && valueAt(build.release.manifest, ["spec", "values"]) !== undefined
  return own ? build.release.at(["spec", "values"], "key") : chartLocation(build)
}

export const hrValuesSchema: ClusterRule = defineClusterRule({
  id: "hr-values-schema",
  category: "helm",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "A release's values do not fit the chart's `values.schema.json`.",
  why: "Helm stops with `values don't meet the specifications of the schema(s)`: the release is not installed, or stays at its last version.",
  docs: ["https://helm.sh/docs/topics/charts/#schema-files"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const build of cluster.releases) {
      const { failure, release, chart } = build
      if (failure?.step !== "schema" || hasUnseenValues(cluster, build)) continue
      for (const violation of failure.violations ?? []) {
        const name = violation.chart ?? chart?.name
        yield {
          at: locate(violation, build),
          message: `${describe(release.id)} gives chart ${name ?? ""} values that its schema rejects: ${explain(violation)}.`,
          help: advise(violation, build),
        }
      }
    }
  },
})
