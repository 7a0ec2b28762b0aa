import { defineFileRule, type FileRule, type ParsedFile, type Severity } from "#rule"
import { type Reading, readingOf, stoppingSeverity } from "../kustomize/reading.ts"

export const yamlParseError: FileRule = defineFileRule({
  id: "yaml-parse-error",
  category: "yaml",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A manifest, patch or kustomization file is not YAML.",
  why: "Flux reports BuildFailed with `MalformedYAMLError` and applies nothing of any Kustomization that reads the file.",
  docs: ["https://yaml.org/spec/1.2.2/"],
  since: "0.1.0",

  *check({ workspace }) {
    const reading = readingOf(workspace)
    for (const file of workspace.files) {
      const severity = severityOf(file, reading(file.source.path))
      if (!severity) continue
      for (const document of file.documents) {
        for (const { range, message } of document.syntaxErrors) {
          yield {
            at: { document, path: [], part: "value", range },
            message: `The YAML cannot be read: ${message}.`,
            severity,
            help: "Correct the line. A file that is no manifest belongs outside the folders that Flux builds, or into `.sourceignore`.",
          }
        }
      }
    }
  },
})

/** kustomize puts the files of its generators into objects without reading them. */
function severityOf(file: ParsedFile, reading: Reading): Severity | undefined {
  const severity = stoppingSeverity(reading)
  const counts = severity === "error" ? file.role !== "values" : isForFlux(file)
  return counts ? severity : undefined
}

/** A file that no cluster reads is only worth a word when it is plainly meant for one. */
function isForFlux({ role, source }: ParsedFile): boolean {
  if (role === "kustomization" || role === "component" || role === "patch") return true
  if (role !== "manifest" && role !== "other") return false
  return (
    /^apiVersion:/mu.test(source.text) &&
    /^kind:/mu.test(source.text) &&
    !source.text.includes("{{")
  )
}
