import { type LogicalLocation, listAt, type ReleaseBuild, stringAt } from "#rule"

const reference = /values reference '[^'/]*\/(?<name>[^']*)' with key '(?<key>[^']*)'/u
const file = /(?:no values file found at path|values from) '(?<path>[^']*)'/u

/** The entry of `valuesFrom` or `valuesFiles` that a failure to compose the values names. */
export function valuesSource(
  { release }: ReleaseBuild,
  message: string,
): LogicalLocation | undefined {
  const named = reference.exec(message)?.groups
  if (named) {
    const from = ["spec", "valuesFrom"]
    const index = listAt(release.manifest, from).findIndex(
      (entry) =>
        stringAt(entry, ["name"]) === named.name &&
        (stringAt(entry, ["valuesKey"]) || "values.yaml") === named.key,
    )
    return index < 0 ? undefined : release.at([...from, index, "name"])
  }
  const files = ["spec", "chart", "spec", "valuesFiles"]
  const index = listAt(release.manifest, files).indexOf(file.exec(message)?.groups?.path ?? "")
  return index < 0 ? undefined : release.at([...files, index])
}
