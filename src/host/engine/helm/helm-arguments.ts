import type { HelmRequest } from "../../../build/engine.ts"
import { type FieldPath, type JsonValue, valueAt } from "../../../yaml/index.ts"

/** Where the parts of a render lie. */
export interface RenderPlaces {
  /** The chart's folder or archive. */
  readonly chart: string
  /** The values, as JSON. */
  readonly values: string
}

/** The arguments of `helm template` for a request; Helm 3 and 4 take the same ones. */
export function templateArguments(
  request: HelmRequest,
  { chart, values }: RenderPlaces,
): readonly string[] {
  const { release, kubeVersion, apiVersions, integers = [] } = request
  return [
    "template",
    ...["--namespace", release.namespace, "--kube-version", kubeVersion, "--include-crds"],
    ...apiVersions.flatMap((version) => ["--api-versions", version]),
    ...["--values", values],
    ...integers.flatMap((path) => setArgument(path, valueAt(request.values, path))),
    ...(request.skipSchemaValidation ? ["--skip-schema-validation"] : []),
    ...["--", release.name, chart],
  ]
}

/** Numbers from files are floats to templates, those of `--set` integers: what `targetPath` sets is set so here too. */
function setArgument(path: FieldPath, value: JsonValue | undefined): readonly string[] {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) return []
  const steps = path.map((step) =>
    typeof step === "number" ? `[${step}]` : `.${step.replace(/[\\.,=[\]{}]/gu, "\\$&")}`,
  )
  return ["--set", `${steps.join("").replace(/^\./u, "")}=${value}`]
}
