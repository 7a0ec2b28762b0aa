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
  /** What a person changes to put it right. */
  readonly corrections: readonly Correction[]
  readonly expected: readonly Expectation[]
}

/** A `diff` block: the lines of a file that are to go, those that come in their place, and some around them. */
export interface Correction {
  readonly path: string
  /** Each begins with `-`, `+` or a space, as in a patch. */
  readonly lines: readonly string[]
}

/**
 * Info strings that make a file: `yaml clusters/production/apps.yaml`, `yaml fixed …` for what becomes of it, `text link …`
 * for a symbolic link, or `diff …` for what a person changes in it.
 */
const fence = /^```(?:yaml|json|text|(diff)) (fixed |link )?(\S+)$/u
const mark = /\s*# expect: ([\w-]+(?:, [\w-]+)*)\s*$/u

interface OpenSection {
  readonly title: string
  readonly files: Record<string, string>
  readonly fixed: Record<string, string>
  readonly links: string[]
  readonly corrections: Correction[]
  readonly expected: Expectation[]
}

interface OpenBlock {
  readonly path: string | undefined
  readonly use: string | undefined
  readonly lines: string[]
}

/**
 * The sections of a page that hold files; fenced blocks without a path are for the reader alone. A file above the first
 * section is in every section that has none of its path.
 */
export function parseRulePage(markdown: string): readonly PageSection[] {
  const everywhere = emptySection("")
  const sections: OpenSection[] = []
  let block: OpenBlock | undefined
  for (const line of markdown.split(/\r?\n/u)) {
    if (block && line === "```") {
      if (block.path !== undefined) addBlock(sections.at(-1) ?? everywhere, block.path, block)
      block = undefined
    } else if (block) block.lines.push(line)
    else if (line.startsWith("```")) block = openBlock(line)
    else if (line.startsWith("## ")) sections.push(emptySection(line.slice(3)))
  }
  return sections
    .filter(({ files }) => Object.keys(files).length > 0)
    .map((section) => ({ ...section, files: { ...everywhere.files, ...section.files } }))
}

function emptySection(title: string): OpenSection {
  return { title, files: {}, fixed: {}, links: [], corrections: [], expected: [] }
}

function openBlock(line: string): OpenBlock {
  const [, diff, use, path] = fence.exec(line) ?? []
  return { path, use: diff ?? use?.trim(), lines: [] }
}

function addBlock(section: OpenSection, path: string, { use, lines }: OpenBlock): void {
  const { files, fixed, links, corrections, expected, title } = section
  if (use === "diff") {
    corrections.push({ path, lines })
    return
  }
  if (use === "fixed") {
    fixed[path] = lines.map((line) => `${line}\n`).join("")
    return
  }
  if (use === "link") links.push(path)
  if (path in files) throw new Error(`The section "${title}" has ${path} twice.`)
  const text = lines.map((line, index) => {
    for (const rule of mark.exec(line)?.[1]?.split(", ") ?? [])
      expected.push({ rule, path, line: index + 1 })
    return line.replace(mark, "")
  })
  files[path] = text.map((line) => `${line}\n`).join("")
}
