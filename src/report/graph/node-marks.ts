import { count } from "../pretty/count.ts"
import type { Role } from "../pretty/style.ts"
import type { GraphNode } from "./flux-graph.ts"

/** Something to know of a node at first sight. */
export interface NodeMark {
  readonly role: Extract<Role, "error" | "warning" | "dim">
  readonly sign: string
  /** The same in characters that ASCII has. */
  readonly plain: string
}

const marks = {
  missing: { role: "error", sign: "✗ missing", plain: "x missing" },
  failed: { role: "error", sign: "✗ failed", plain: "x failed" },
  uncertain: { role: "warning", sign: "? not known", plain: "? not known" },
  skipped: { role: "warning", sign: "? not looked at", plain: "? not looked at" },
  suspended: { role: "warning", sign: "⏸ suspended", plain: "# suspended" },
  produced: { role: "dim", sign: "(made in the cluster)", plain: "(made in the cluster)" },
  external: { role: "dim", sign: "(external)", plain: "(external)" },
  optional: { role: "dim", sign: "(optional, not there)", plain: "(optional, not there)" },
} as const satisfies Readonly<Record<string, NodeMark>>

/** What is the matter with a node. */
export function nodeMarks(node: GraphNode): readonly NodeMark[] {
  const { outcome } = node
  return [
    ...useMarks(node),
    ...(outcome === "skipped" ? [marks.skipped] : []),
    ...findingMarks(node),
  ]
}

/** The same where something names the node: what was found is said where it stands itself. */
export function useMarks({ state, suspended, outcome }: GraphNode): readonly NodeMark[] {
  return [
    ...(state === "found" ? [] : [marks[state]]),
    ...(suspended ? [marks.suspended] : []),
    ...(outcome === "failed" ? [marks.failed] : []),
  ]
}

function findingMarks({ findings: { errors, warnings } }: GraphNode): readonly NodeMark[] {
  const mark = (role: NodeMark["role"], sign: string, plain: string, text: string): NodeMark => ({
    ...{ role, sign: `${sign} ${text}`, plain: `${plain} ${text}` },
  })
  return [
    ...(errors > 0 ? [mark("error", "✗", "x", count(errors, "error"))] : []),
    ...(warnings > 0 ? [mark("warning", "!", "!", count(warnings, "warning"))] : []),
  ]
}
