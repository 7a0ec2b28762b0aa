import { defineFileRule, type FileRule, formatFieldPath, replaceFix, stringAt } from "#rule"
import { describeWritten, judgedViolations } from "../api/judged-violations.ts"
import { asSshUrl, isScpUrl } from "./scp-url.ts"

export const gitScpUrl: FileRule = defineFileRule({
  id: "git-scp-url",
  category: "sources",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "The address of a Git repository is written in git's short form, `git@host:path`.",
  why: "The API server refuses the object when Flux applies it: `spec.url: Invalid value … should match '^(http|https|ssh)://.*$'`.",
  docs: ["https://fluxcd.io/flux/components/source/gitrepositories/#url"],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    for (const judged of judgedViolations(workspace, ["pattern"])) {
      if (!isScpUrl(judged)) continue
      const { resource, path, at, severity } = judged
      const url = stringAt(resource.manifest, path) ?? ""
      const better = asSshUrl(url)
      const fix = better === undefined ? undefined : replaceFix(at, url, better)
      yield {
        at,
        message: `${describeWritten(resource)} sets \`${formatFieldPath(path)}\` to \`${url}\`; Flux takes URLs alone.`,
        help:
          better === undefined
            ? "Write `ssh://git@host/path`, or `ssh://git@host:22/path` if the number is a port."
            : `Write \`${better}\`.`,
        ...(severity && { severity }),
        ...(fix && { fix }),
      }
    }
  },
})
