import type { GraphRelation } from "./flux-graph.ts"

/** What each relation is called between the objects that it joins; nothing for the one that makes the tree. */
const words: Partial<Readonly<Record<GraphRelation, string>>> = {
  applies: "",
  chart: "chart",
  sourceRef: "source",
  chartRef: "chart",
  dependsOn: "depends on",
  valuesFrom: "values from",
  substituteFrom: "variables from",
  secretRef: "needs",
  configMapRef: "needs",
  include: "includes",
  artifactSource: "made of",
  inputsFrom: "inputs from",
}

/** A relation in words. */
export function relationWord(relation: GraphRelation): string {
  return words[relation] ?? relation
}
