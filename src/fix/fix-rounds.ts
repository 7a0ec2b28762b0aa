import type { CheckResult } from "../check/check-workspace.ts"
import { isWanted as isBelow } from "../check/suppress.ts"
import type { Finding, Workspace } from "../model/index.ts"
import { filesOfBrokenBuilds } from "./broken-builds.ts"
import { chooseFixes } from "./choose-fixes.ts"

/** A repository, opened and checked. */
export interface Checked {
  readonly workspace: Workspace
  readonly result: CheckResult
}

/** Which fixes are made, and what is asked on the way. */
export interface FixOptions {
  /** Also fixes whose effect a person has to judge. */
  readonly applicability: "safe" | "unsafe"
  /** Only files below these, relative to the root; all when there are none. */
  readonly paths: readonly string[]
  /** Only these of the files; all when undefined. */
  readonly within?: ReadonlySet<string>
  /** Why a file cannot be changed; undefined when it can. */
  refusal(path: string, text: string): string | undefined
  /** Opens and checks the repository as it would be with other texts in some of its files. */
  check(texts: ReadonlyMap<string, string>): Promise<Checked>
}

/** What fixing has come to; nothing is written yet. */
export interface FixOutcome extends Checked {
  /** The findings that are gone. */
  readonly fixed: readonly Finding[]
  /** The new texts, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** Files that cannot be changed, and why; their findings are still there. */
  readonly refused: ReadonlyMap<string, string>
}

/** A fix may bring up what it has hidden, and waits while another is in its way; a few rounds are usual. */
const mostRounds = 25

/**
 * Makes fixes round by round until none is left: each round makes those that do not get in each other's way, and checks
 * the repository anew. Where a build fails that did not fail before, the fixes in its files are taken back.
 */
export async function fixInRounds(first: Checked, options: FixOptions): Promise<FixOutcome> {
  const refused = new Map<string, string>()
  const passedOver = new Set<string>()
  const mayEdit = editPermission(first.workspace, refused, options)
  let current: FixOutcome = { ...first, fixed: [], texts: new Map(), refused }
  for (let round = 0; round < mostRounds; round++) {
    const { workspace } = current
    const chosen = chooseFixes(current.result.findings, {
      wants: (finding) => isWanted(finding, options) && !passedOver.has(finding.fingerprint),
      mayEdit,
      source: (path) => workspace.file(path)?.source,
    })
    if (chosen.findings.length === 0) break
    const texts = new Map([...current.texts, ...chosen.texts])
    const next = await options.check(texts)
    const broken = filesOfBrokenBuilds(workspace, next.workspace)
    if (broken.size === 0) {
      current = { ...next, fixed: [...current.fixed, ...chosen.findings], texts, refused }
    } else {
      for (const { fingerprint } of culprits(chosen.findings, broken)) passedOver.add(fingerprint)
    }
  }
  return current
}

function isWanted({ fix }: Finding, { applicability }: FixOptions): boolean {
  return fix !== undefined && (fix.applicability === "safe" || applicability === "unsafe")
}

/** Asks once for each file; `disk` has the texts that are there now. */
function editPermission(
  disk: Workspace,
  refused: Map<string, string>,
  { paths, within, refusal }: FixOptions,
): (path: string) => boolean {
  const allowed = new Set<string>()
  return (path) => {
    if (allowed.has(path)) return true
    const text = disk.file(path)?.source.text
    if (text === undefined || refused.has(path) || !isBelow(path, paths)) return false
    if (within?.has(path) === false) return false
    const reason = refusal(path, text)
    if (reason === undefined) allowed.add(path)
    else refused.set(path, reason)
    return reason === undefined
  }
}

/** The fixes that may have broken a build: those in its files, or else all. */
function culprits(findings: readonly Finding[], broken: ReadonlySet<string>): readonly Finding[] {
  const near = findings.filter(({ fix }) =>
    Object.keys(fix?.edits ?? {}).some((path) => broken.has(path)),
  )
  return near.length > 0 ? near : findings
}
