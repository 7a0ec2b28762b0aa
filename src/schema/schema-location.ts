import type { Kind } from "../model/index.ts"

/** What the variables of a location stand for. */
export interface LocatedKind extends Kind {
  readonly version: string
  /** `1.35` */
  readonly kubernetes: string
}

/** A folder alone is laid out as flux-schema extracts, or as kubeconform's repository of schemas is. */
const layouts: readonly string[] = [
  "{{ .Group }}/{{ .Kind }}_{{ .Version }}.json",
  "{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json",
]

/** A file below the folder of a location. */
export interface LocatedFile {
  /** What comes before the first variable of a location: schemas may refer to all files below. */
  readonly folder: string
  readonly path: string
}

/** The files that a `--schema-location` may mean for a kind, in kubeconform's and flux-schema's grammar; the first one that is there holds. */
export function schemaPaths(location: string, located: LocatedKind): readonly LocatedFile[] {
  // A repository may write anything into a kind: it must not lead out of the location.
  if (![located.group, located.kind, located.version].every(isPlain)) return []
  const isTemplate = location.includes("{{") || location.endsWith(".json")
  const [fixed = ""] = location.split("{{", 1)
  const folder = isTemplate ? fixed.slice(0, Math.max(0, fixed.lastIndexOf("/"))) : location
  const templates = isTemplate ? [location.slice(fixed.lastIndexOf("/") + 1)] : layouts
  const variables = variablesOf(located)
  return templates.map((template) => ({
    folder,
    path: template.replace(
      /\{\{-?\s*\.(\w+)\s*-?\}\}/gu,
      (whole, name: string) => variables[name] ?? whole,
    ),
  }))
}

function isPlain(text: string): boolean {
  return /^[\w.-]*$/u.test(text) && !text.includes("..")
}

/** kubeconform: `pkg/registry/registry.go`, schemaPath; flux-schema names its variables after the kind's own fields. */
function variablesOf({
  group,
  kind,
  version,
  kubernetes,
}: LocatedKind): Readonly<Record<string, string>> {
  const name = kind.toLowerCase()
  const [shortGroup = ""] = group.split(".")
  return {
    ResourceKind: name,
    ResourceAPIVersion: version,
    Group: group,
    KindSuffix: `-${shortGroup === "" ? "" : `${shortGroup}-`}${version}`.toLowerCase(),
    NormalizedKubernetesVersion: `v${kubernetes}.0`,
    StrictSuffix: "-strict",
    Kind: name,
    Version: version,
  }
}
