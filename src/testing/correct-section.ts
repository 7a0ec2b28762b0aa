import type { Correction, PageSection } from "./parse-rule-page.ts"

/** Whether a section says how it is put right: by `--fix`, or by a person. */
export function isCorrected({ fixed, corrections }: PageSection): boolean {
  return corrections.length > 0 || Object.keys(fixed).length > 0
}

/** The repository of a section once it is put right: with the files that `--fix` makes, then with the changes of its `diff` blocks. */
export function correctSection(section: PageSection): PageSection {
  const files: Record<string, string> = { ...section.files, ...section.fixed }
  for (const correction of section.corrections) correctFile(files, correction)
  const links = section.links.filter((path) => path in files)
  return { ...section, files, links, fixed: {}, corrections: [] }
}

/** Changes one file; it comes into being when it was not there, and goes when nothing of it stays. */
function correctFile(files: Record<string, string>, { path, lines }: Correction): void {
  const old = files[path]?.split("\n").slice(0, -1) ?? []
  const before = lines.filter((line) => !line.startsWith("+")).map((line) => line.slice(1))
  const after = lines.filter((line) => !line.startsWith("-")).map((line) => line.slice(1))
  const places = old
    .map((_, start) => start)
    .concat(old.length === 0 ? [0] : [])
    .filter((start) => before.every((line, index) => old[start + index] === line))
  const [start] = places
  if (start === undefined || places.length > 1) {
    throw new Error(`The diff of ${path} fits at ${places.length} places, not at one.`)
  }
  const text = [...old.slice(0, start), ...after, ...old.slice(start + before.length)]
  if (text.length === 0) delete files[path]
  else files[path] = text.map((line) => `${line}\n`).join("")
}
