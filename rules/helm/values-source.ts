import { type LogicalLocation, listAt, type ReleaseBuild, stringAt } from "#rule"

const reference = /values reference '[^'/]*\/(?<name>[^']*)' with key '(?<key>[^']*)'/u

/** The text that does not parse, or the entry of `valuesFrom` that a failure to compose the values names. */
export function valuesSource(build: ReleaseBuild, message: string): LogicalLocation | undefined {
  const { release } = build
  const named = reference.exec(message)?.groups
  const broken = /error converting YAML to JSON/u.test(message)
    ? syntaxError(build, named?.name)
    : undefined
  if (broken) return broken
  if (!named) return undefined
  const from = ["spec", "valuesFrom"]
  const index = listAt(release.manifest, from).findIndex(
    (entry) =>
      stringAt(entry, ["name"]) === named.name &&
      (stringAt(entry, ["valuesKey"]) || "values.yaml") === named.key,
  )
  return index < 0 ? undefined : release.at([...from, index, "name"])
}

/** The first syntax error in what an object of that name holds; values are read in the order of the chain. */
function syntaxError(
  { valuesChain }: ReleaseBuild,
  name: string | undefined,
): LogicalLocation | undefined {
  for (const { document, resource } of valuesChain) {
    const [error] = resource.id.name === name ? document.syntaxErrors : []
    if (error) return { document, path: [], part: "value", range: error.range, resource }
  }
  return undefined
}
