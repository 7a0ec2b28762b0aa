import {
  type Document,
  defineFileRule,
  type FileRule,
  type ParsedFile,
  type Problem,
  type Severity,
  type Workspace,
} from "#rule"
import { type Reading, readingOf } from "../kustomize/reading.ts"

export const yamlDuplicateKey: FileRule = defineFileRule({
  id: "yaml-duplicate-key",
  category: "yaml",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A mapping has the same key twice.",
  why: "kustomize refuses a manifest with `mapping key … already defined`; in kustomization files, patches and values one of the two is dropped in silence.",
  docs: ["https://yaml.org/spec/1.2.2/#3213-node-comparison"],
  since: "0.1.0",

  *check({ workspace }) {
    const reading = readingOf(workspace)
    for (const file of workspace.files) {
      const effect = effectOf(file, reading(file.source.path))
      if (effect) for (const document of file.documents) yield* report(document, effect)
    }
    for (const document of valuesOf(workspace)) {
      yield* report(document, { severity: "error", text: "Helm values keep the last one" })
    }
  },
})

/** What is done about the second key, and how much that matters. */
interface Effect {
  readonly severity: Severity
  readonly text: string
}

/** Kustomization files are read through JSON, where the last key wins; patches are merged key by key, the first one first. */
function effectOf({ role }: ParsedFile, reading: Reading): Effect | undefined {
  if (reading === "set-aside") return undefined
  const severity = reading === "unread" ? "warning" : "error"
  if (role === "kustomization" || role === "component") {
    return { severity, text: "kustomize keeps the last one" }
  }
  if (role === "patch") return { severity, text: "kustomize keeps the first one" }
  if (role !== "manifest" || reading === "fine") return undefined
  return { severity, text: "kustomize refuses the file" }
}

/** YAML that HelmReleases take values from: in ConfigMaps, Secrets and the files of generators. */
function valuesOf(workspace: Workspace): ReadonlySet<Document> {
  const manifests = new Set(
    workspace.files.filter(({ role }) => role !== "values").flatMap(({ documents }) => documents),
  )
  const chains = workspace.clusters.flatMap(({ releases }) =>
    releases.flatMap(({ valuesChain }) => valuesChain),
  )
  return new Set(
    chains.map(({ document }) => document).filter((document) => !manifests.has(document)),
  )
}

function* report(document: Document, { severity, text }: Effect): Iterable<Problem> {
  for (const { key, range, first } of document.repeatedKeys) {
    yield {
      at: { document, path: [], part: "key", range },
      message: `The key \`${key}\` is here twice in one mapping: ${text}.`,
      severity,
      help: `Remove one \`${key}\`, or merge the two.`,
      related: [
        { at: { document, path: [], part: "key", range: first }, message: "the first one" },
      ],
    }
  }
}
