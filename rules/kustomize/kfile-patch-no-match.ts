import { defineFileRule, describe, type FileRule } from "#rule"
import { unmatchedPatch } from "./unmatched-patch.ts"
import { unmatchedTargets } from "./unmatched-targets.ts"

export const kfilePatchNoMatch: FileRule = defineFileRule({
  id: "kfile-patch-no-match",
  category: "kustomize",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A patch matches no object.",
  why: "kustomize stops with `no resource matches strategic merge patch`, so Flux reports BuildFailed; a patch with a `target` that selects nothing is skipped in silence.",
  docs: ["https://fluxcd.io/flux/components/kustomize/kustomizations/#patches"],
  since: "0.1.0",

  *check({ workspace }) {
    for (const build of workspace.clusters.flatMap(({ builds }) => builds)) {
      const patch = unmatchedPatch(workspace, build)
      if (!patch) continue
      yield {
        at: { document: patch.document, path: ["metadata", "name"], part: "value" },
        message: `The patch is for ${describe(patch.identity)}, which is not among the resources where it is applied.`,
        help: patch.help,
      }
    }
    for (const { at, text, nearest } of unmatchedTargets(workspace)) {
      yield {
        at,
        message: `The patch's target \`${text}\` selects no object.`,
        severity: "warning",
        help:
          nearest === undefined
            ? "Correct the target, or remove the patch: kustomize skips it in silence."
            : `Write \`${nearest}\`: as it is, kustomize skips the patch in silence.`,
      }
    }
  },
})
