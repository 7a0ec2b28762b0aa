import type { Defect } from "./defect.ts"
import { chartDefects } from "./defects/charts.ts"
import { dependencyDefects } from "./defects/dependencies.ts"
import { kustomizeDefects } from "./defects/kustomize.ts"
import { patchDefects } from "./defects/patches.ts"
import { pathDefects } from "./defects/paths.ts"
import { platformDefects } from "./defects/platform.ts"
import { schemaDefects } from "./defects/schemas.ts"
import { sourceDefects } from "./defects/sources.ts"
import { substitutionDefects } from "./defects/substitution.ts"
import { valuesDefects } from "./defects/values.ts"
import { valuesWithoutChartDefects } from "./defects/values-without-chart.ts"
import { yamlDefects } from "./defects/yaml.ts"

/** Every planted defect; each kind once. */
export const defects: readonly Defect[] = [
  ...sourceDefects,
  ...pathDefects,
  ...kustomizeDefects,
  ...patchDefects,
  ...yamlDefects,
  ...dependencyDefects,
  ...chartDefects,
  ...valuesDefects,
  ...valuesWithoutChartDefects,
  ...substitutionDefects,
  ...platformDefects,
  ...schemaDefects,
]
