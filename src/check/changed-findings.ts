import type { Finding } from "../model/index.ts"

/**
 * The findings that a change is to blame for: those in files that it touches, and those that were not there before,
 * wherever they are. A source that was deleted is so reported at its users, which nobody has touched.
 */
export function changedFindings(
  findings: readonly Finding[],
  before: readonly Finding[],
  changed: ReadonlySet<string>,
): readonly Finding[] {
  const known = new Set(before.map(({ fingerprint }) => fingerprint))
  return findings.filter(
    ({ location, fingerprint }) => changed.has(location.path) || !known.has(fingerprint),
  )
}
