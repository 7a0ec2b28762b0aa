import type { Inputs } from "./inputs.ts"

/** What is decided before the check begins. */
export interface CheckPlan {
  /** The file of the JSON report. */
  readonly reportFile: string
  /** The file of the HTML report. */
  readonly htmlFile: string
  /** The commit that the change is compared with; undefined: everything is reported. */
  readonly since: string | undefined
  readonly untrusted: boolean
}

/** The arguments of `sluice`: each value is one of them, whatever it holds. */
export function checkArguments(inputs: Inputs, plan: CheckPlan): readonly string[] {
  const { config, clusters, failOn, maxWarnings, baseline, sarifFile, annotations } = inputs
  const option = (name: string, value: string | undefined): readonly string[] =>
    value ? [`--${name}=${value}`] : []
  return [
    "check",
    `--format=json=${plan.reportFile}`,
    `--format=html=${plan.htmlFile}`,
    ...option("format", sarifFile && `sarif=${sarifFile}`),
    ...option("config", config),
    ...clusters.flatMap((cluster) => option("cluster", cluster)),
    ...option("fail-on", failOn),
    ...option("max-warnings", maxWarnings),
    ...option("since", plan.since),
    ...option("baseline", baseline),
    ...(inputs.offline ? ["--offline"] : []),
    ...(plan.untrusted ? ["--untrusted"] : []),
    ...(annotations ? [] : ["--no-annotations"]),
    ...inputs.args,
    ...(inputs.paths.length > 0 ? ["--", ...inputs.paths] : []),
  ]
}
