/** Constraints that any version meets. */
const any: ReadonlySet<string> = new Set(["", "*", "x", "X", ">=0.0.0", ">=0", "> 0", ">0.0.0"])

/** Whether a constraint asks for nothing; a missing one does not. */
export function isAnyVersion(constraint: string | undefined): boolean {
  return any.has(constraint?.trim() ?? "")
}
