/** A finding that a page announces with `# expect: rule-id` at the end of a line. */
export interface Expectation {
  readonly rule: string
  readonly path: string
  /** 1-based. */
  readonly line: number
}

/** A `##` section of a rule page: a tiny repository and what is to be found in it. */
export interface PageSection {
  readonly title: string
  /** The files by path, without the marks of expected findings. */
  readonly files: Readonly<Record<string, string>>
  readonly expected: readonly Expectation[]
}

/** Info strings that make a file: `yaml clusters/production/apps.yaml`. */
const fence = /^```(?:yaml|json|text) (\S+)$/u
const mark = /\s*# expect: ([\w-]+(?:, [\w-]+)*)\s*$/u

interface OpenSection {
  readonly title: string
  readonly files: Record<string, string>
  readonly expected: Expectation[]
}

/** The sections of a page that hold files; fenced blocks without a path are for the reader alone. */
export function parseRulePage(markdown: string): readonly PageSection[] {
  const sections: OpenSection[] = []
  let block: { readonly path: string | undefined; readonly lines: string[] } | undefined
  for (const line of markdown.split(/\r?\n/u)) {
    if (block && line === "```") {
      const section = sections.at(-1)
      if (section && block.path !== undefined) addFile(section, block.path, block.lines)
      block = undefined
    } else if (block) block.lines.push(line)
    else if (line.startsWith("```")) block = { path: fence.exec(line)?.[1], lines: [] }
    else if (line.startsWith("## "))
      sections.push({ title: line.slice(3), files: {}, expected: [] })
  }
  return sections.filter(({ files }) => Object.keys(files).length > 0)
}

function addFile(
  { files, expected, title }: OpenSection,
  path: string,
  lines: readonly string[],
): void {
  if (path in files) throw new Error(`The section "${title}" has ${path} twice.`)
  const text = lines.map((line, index) => {
    for (const rule of mark.exec(line)?.[1]?.split(", ") ?? [])
      expected.push({ rule, path, line: index + 1 })
    return line.replace(mark, "")
  })
  files[path] = text.map((line) => `${line}\n`).join("")
}
