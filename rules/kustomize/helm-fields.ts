import { type KustomizationFile, listAt } from "#rule"

/** The fields of a kustomization file that ask kustomize to run Helm. */
const helmFields = ["helmCharts", "helmChartInflationGenerator"] as const

/** The fields by which a file asks for charts; `helmGlobals` alone asks for none. */
export function chartFieldsIn({
  document,
}: KustomizationFile): readonly (typeof helmFields)[number][] {
  return helmFields.filter((field) => listAt(document.content, [field]).length > 0)
}
