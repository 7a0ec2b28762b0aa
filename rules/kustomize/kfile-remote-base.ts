import {
  type ClusterRule,
  compilePattern,
  defineClusterRule,
  type FileEntry,
  type KustomizationFile,
  type Problem,
} from "#rule"
import { closureOf } from "./closure.ts"
import { isPinned, remoteBasesForbidden } from "./remote-bases.ts"

export const kfileRemoteBase: ClusterRule = defineClusterRule({
  id: "kfile-remote-base",
  category: "kustomize",
  scope: "cluster",
  severity: "warning",
  presets: ["recommended"],
  summary: "A kustomization file takes resources from the network.",
  why: "Flux downloads them anew in every build: the Kustomization fails (`accumulating resources from 'https://…'`) whenever the server does not answer, and what is applied changes without a commit. With `--no-remote-bases` kustomize-controller refuses them.",
  docs: [
    "https://fluxcd.io/flux/components/kustomize/kustomizations/#remote-bases",
    "https://fluxcd.io/flux/installation/configuration/multitenancy/",
  ],
  since: "0.1.0",
  options: {
    allow: {
      type: "strings",
      default: [],
      description:
        "Addresses that may be taken from the network, unless the controller forbids it: `*` stands for a part between slashes, `**` for anything.",
    },
  },

  *check({ workspace, cluster, options }) {
    const forbidden = remoteBasesForbidden(cluster)
    const files = new Set(
      cluster.builds.flatMap((build) => closureOf(workspace, build)?.kustomizationFiles ?? []),
    )
    for (const file of files) {
      for (const entry of file.entries.filter(isRemoteBase)) {
        if (!forbidden && isAllowed(entry.text, options.allow)) continue
        const problem = problemOf(file, entry)
        yield forbidden
          ? {
              ...problem,
              message: `${problem.message.slice(0, -1)}, but kustomize-controller runs with \`--no-remote-bases\`.`,
              severity: "error",
              related: [{ at: forbidden, message: "remote bases are forbidden here" }],
            }
          : problem
      }
    }
  },
})

function isAllowed(address: string, allow: readonly string[]): boolean {
  return allow.some((glob) => compilePattern(patternOf(glob))?.matches(address))
}

/** The regular expression of an address with `*` and `**`. */
function patternOf(glob: string): string {
  const literal = glob.replace(/[\\^$.|?+()[\]{}]/gu, "\\$&")
  return literal.replace(/\*+/gu, (stars) => (stars.length > 1 ? ".*" : "[^/]*"))
}

function isRemoteBase({ kind, field }: FileEntry): boolean {
  return kind === "remote" && (field === "resources" || field === "components")
}

/** One that names a commit or a tag still has to be downloaded, but does not change by itself. */
function problemOf({ path, document }: KustomizationFile, entry: FileEntry): Problem {
  const pinned = isPinned(entry.text)
  return {
    at: { document, path: entry.path, part: "value" },
    message: `\`${path}\` takes \`${entry.text}\` from the network in every build${pinned ? "" : ", in whatever version is there"}.`,
    help: pinned
      ? "Copy the files into the repository, or take them with a GitRepository or OCIRepository of their own, which Flux keeps."
      : "Name a tag or commit (`?ref=v1.2.3`), or better: take the files with a GitRepository or OCIRepository of their own, which Flux keeps.",
    ...(pinned ? { severity: "info" } : {}),
  }
}
