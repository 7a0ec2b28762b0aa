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
  /** The files that are symbolic links. */
  readonly links: readonly string[]
  /** The files that `--fix` changes, as they are afterwards; none where the section says nothing of it. */
  readonly fixed: Readonly<Record<string, string>>
  readonly expected: readonly Expectation[]
}

/**
 * Info strings that make a file: `yaml clusters/production/apps.yaml`, `yaml fixed …` for what becomes of it, or `text link …`
 * for a symbolic link.
 */
const fence = /^```(?:yaml|json|text) (fixed |link )?(\S+)$/u
const mark = /\s*# expect: ([\w-]+(?:, [\w-]+)*)\s*$/u

interface OpenSection {
  readonly title: string
  readonly files: Record<string, string>
  readonly fixed: Record<string, string>
  readonly links: string[]
  readonly expected: Expectation[]
}

interface OpenBlock {
  readonly path: string | undefined
  readonly use: string | undefined
  readonly lines: string[]
}

/** The sections of a page that hold files; fenced blocks without a path are for the reader alone. */
export function parseRulePage(markdown: string): readonly PageSection[] {
  const sections: OpenSection[] = []
  let block: OpenBlock | undefined
  for (const line of markdown.split(/\r?\n/u)) {
    if (block && line === "```") {
      const section = sections.at(-1)
      if (section && block.path !== undefined) addBlock(section, block.path, block)
      block = undefined
    } else if (block) block.lines.push(line)
    else if (line.startsWith("```")) block = openBlock(line)
    else if (line.startsWith("## "))
      sections.push({ title: line.slice(3), files: {}, fixed: {}, links: [], expected: [] })
  }
  return sections.filter(({ files }) => Object.keys(files).length > 0)
}

function openBlock(line: string): OpenBlock {
  const [, use, path] = fence.exec(line) ?? []
  return { path, use: use?.trim(), lines: [] }
}

function addBlock(
  { files, fixed, links, expected, title }: OpenSection,
  path: string,
  { use, lines }: OpenBlock,
): void {
  if (use === "link") links.push(path)
  if (use === "fixed") {
    fixed[path] = lines.map((line) => `${line}\n`).join("")
    return
  }
  if (path in files) throw new Error(`The section "${title}" has ${path} twice.`)
  const text = lines.map((line, index) => {
    for (const rule of mark.exec(line)?.[1]?.split(", ") ?? [])
      expected.push({ rule, path, line: index + 1 })
    return line.replace(mark, "")
  })
  files[path] = text.map((line) => `${line}\n`).join("")
}
