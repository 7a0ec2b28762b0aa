import { nearestName } from "#rule"

/** The fields of a kustomization file (`api/types/kustomization.go` of kustomize 5.8). */
const fields: readonly string[] = [
  ...[
    "apiVersion",
    "kind",
    "metadata",
    "resources",
    "components",
    "namespace",
    "namePrefix",
    "nameSuffix",
  ],
  ...[
    "labels",
    "commonLabels",
    "commonAnnotations",
    "patches",
    "patchesStrategicMerge",
    "patchesJson6902",
  ],
  ...["images", "replicas", "replacements", "vars", "configMapGenerator", "secretGenerator"],
  ...[
    "generatorOptions",
    "configurations",
    "crds",
    "openapi",
    "generators",
    "transformers",
    "validators",
  ],
  ...["buildMetadata", "sortOptions", "bases", "helmCharts", "helmGlobals"],
]

interface Advice {
  readonly says: RegExp
  advise(match: RegExpExecArray): string
}

/** What to do about the failures that people meet most. */
const advices: readonly Advice[] = [
  {
    says: /unknown field "([^"]+)"/u,
    advise: ([, field = ""]) => {
      const name = nearestName(field, fields)
      return name === undefined
        ? `Remove \`${field}\`.`
        : `Write \`${name}\` instead of \`${field}\`.`
    },
  },
  {
    says: /already registered id/u,
    advise: () => "Remove one of the two, or give it another name or namespace.",
  },
  {
    says: /multiple matches for Id/u,
    advise: () =>
      "Give the patch a `target` that selects one of them, or move it to the folder that has only one.",
  },
  {
    says: /must specify --enable-helm/u,
    advise: () =>
      "Flux does not inflate charts in a kustomization file: install the chart with a HelmRelease.",
  },
  {
    says: /doc is missing (?:path|key)/u,
    advise: () =>
      "Correct the `path` of the operation, or add the field that it starts from in an operation before it.",
  },
  {
    says: /must specify a target for JSON patch/u,
    advise: () => "Add a `target` with the kind and name of what the operations are for.",
  },
  {
    says: /unable to parse SM or JSON patch/u,
    advise: () =>
      "Write a list of JSON 6902 operations, or a part of the object with its `apiVersion`, `kind` and `metadata.name`.",
  },
  {
    says: /missing (?:Resource metadata|kind|metadata\.name)|failed to decode Kubernetes apiVersion/u,
    advise: () =>
      "Give every resource an `apiVersion`, a `kind` and a `metadata.name`; a patch or a values file is no resource.",
  },
  {
    says: /no such file or directory/u,
    advise: () =>
      "Add it to what the source contains: `.sourceignore`, `spec.ignore` or the `copy` list of an ArtifactGenerator leave it out.",
  },
  {
    says: /not in or below|outside of|absolute path/u,
    advise: () => "Move the file into the source: Flux reads nothing outside it.",
  },
  {
    says: /kustomization\.yaml is empty/u,
    advise: () =>
      "Name a resource in it, or remove the folder from the `resources` of the file that includes it.",
  },
]

/** An imperative for a failure; for those that nobody has met yet, how to see it again. */
export function adviseOnFailure(cause: string): string {
  for (const { says, advise } of advices) {
    const match = says.exec(cause)
    if (match) return advise(match)
  }
  return "Correct what the message names; `kustomize build` of the folder says the same."
}
