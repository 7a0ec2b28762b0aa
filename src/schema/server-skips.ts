import { type Cluster, groupBy, type Resource, type Skip } from "../model/index.ts"
import type { Unjudged } from "./judge-by-server.ts"

/** What was left out of the rules of definitions, and why: rules that look back at all kinds are said once. */
export function serverSkips(
  clusters: readonly Cluster[],
  unjudged: readonly Unjudged[],
): readonly Skip[] {
  const clustersOf = (entries: readonly Unjudged[]): readonly string[] => {
    const resources = new Set(entries.flatMap((entry) => entry.resources))
    return clusters
      .filter((cluster) => cluster.resources.some((resource) => resources.has(resource)))
      .map(({ name }) => name)
  }
  const lookingBack = unjudged.filter(({ cause }) => cause.kind === "transition")
  const others = groupBy(
    unjudged.filter(({ cause }) => cause.kind !== "transition"),
    ({ resources, cause }) => JSON.stringify([kindsOf(resources), cause]),
  )
  return [
    ...(lookingBack.length === 0
      ? []
      : [{ ...transitionSkip(lookingBack), clusters: clustersOf(lookingBack) }]),
    ...[...others.values()].flatMap((entries) => {
      const [first] = entries
      return first ? [{ ...skipOf(first, entries), clusters: clustersOf(entries) }] : []
    }),
  ]
}

function transitionSkip(entries: readonly Unjudged[]): Skip {
  const byKind = groupBy(entries, ({ resources }) => kindsOf(resources))
  const rules = [...byKind.values()].reduce((sum, [first]) => sum + transitionsIn(first), 0)
  return {
    what: `checking ${counted(rules, "rule")} that ${rules === 1 ? "compares" : "compare"} an object with what it was before (${listed([...byKind.keys()].sort())})`,
    reason: "what is in the cluster now is not in Git",
    kind: "chosen",
  }
}

function transitionsIn(entry: Unjudged | undefined): number {
  return entry?.cause.kind === "transition" ? entry.cause.rules : 0
}

function skipOf({ resources, cause }: Unjudged, entries: readonly Unjudged[]): Skip {
  const kinds = kindsOf(resources)
  const count = entries.reduce((sum, entry) => sum + entry.resources.length, 0)
  const objects = `${counted(count, "object")} of kind ${kinds}`
  const message = "message" in cause ? cause.message : ""
  switch (cause.kind) {
    case "limit":
      return { what: `checking the rules of ${objects}`, reason: message, kind: "incomplete" }
    case "failed":
      return {
        what: `checking the rules of ${objects}`,
        reason: `no API server would take the schema of the kind: ${message}`,
        kind: "chosen",
      }
    case "compile":
    case "transition":
      return { what: `checking one of the rules of ${objects}`, reason: message, kind: "chosen" }
  }
}

function kindsOf(resources: readonly Resource[]): string {
  return [...new Set(resources.map(({ id, apiVersion }) => `${id.kind} (${apiVersion})`))].join(
    ", ",
  )
}

const longestList = 4

function listed(names: readonly string[]): string {
  const shown = names.slice(0, longestList).join(", ")
  const others = names.length - longestList
  return others > 0 ? `${shown} and ${counted(others, "other")}` : shown
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`
}
