import type { Finding, SourceFile } from "../model/index.ts"
import { applyEdits } from "../text/apply-edits.ts"
import type { TextEdit } from "../text/position.ts"
import { parseYaml } from "../yaml/index.ts"
import type { OffsetEdit } from "./offset-edit.ts"

/** What decides which fixes are made. */
export interface FixChoice {
  /** Whether the fix of this finding is wanted. */
  wants(finding: Finding): boolean
  /** Whether a file may be changed. */
  mayEdit(path: string): boolean
  source(path: string): SourceFile | undefined
}

/** Fixes that can be made together. */
export interface ChosenFixes {
  readonly findings: readonly Finding[]
  /** The new texts of the files, by path. */
  readonly texts: ReadonlyMap<string, string>
}

type Edits = readonly (readonly [path: string, edits: readonly TextEdit[]])[]

/** The fixes that do not get in each other's way, the first in reading order first; the others wait for the next round. */
export function chooseFixes(findings: readonly Finding[], choice: FixChoice): ChosenFixes {
  const taken = new Map<string, TakenEdits>()
  const chosen = findings.filter((finding) => {
    const edits: Edits = Object.entries(finding.fix?.edits ?? {})
    if (edits.length === 0 || finding.suppressedBy || !choice.wants(finding)) return false
    if (!edits.every(([path]) => choice.mayEdit(path))) return false
    const files = edits.map(([path, own]) => ({ own, taken: takenIn(taken, path, choice) }))
    if (!files.every((file) => file.taken?.accepts(file.own))) return false
    for (const file of files) file.taken?.take(file.own)
    return true
  })
  const texts = [...taken].flatMap(([path, edits]) =>
    edits.isEmpty ? [] : [[path, edits.apply()] as const],
  )
  return { findings: chosen, texts: new Map(texts) }
}

function takenIn(
  taken: Map<string, TakenEdits>,
  path: string,
  choice: FixChoice,
): TakenEdits | undefined {
  const known = taken.get(path)
  const source = known ? undefined : choice.source(path)
  if (known || !source) return known
  const edits = new TakenEdits(source)
  taken.set(path, edits)
  return edits
}

/** The edits of one file that are already certain to be made. */
class TakenEdits {
  readonly #source: SourceFile
  readonly #edits: TextEdit[] = []
  #troubles: number | undefined

  constructor(source: SourceFile) {
    this.#source = source
  }

  get isEmpty(): boolean {
    return this.#edits.length === 0
  }

  accepts(edits: readonly TextEdit[]): boolean {
    const more = this.#without(edits)
    const apart = more.every((edit) => this.#edits.every((other) => this.#areApart(edit, other)))
    // Each of two fixes may be right, and both give a mapping the same key.
    return apart && (this.isEmpty || this.#isSound([...this.#edits, ...more]))
  }

  take(edits: readonly TextEdit[]): void {
    this.#edits.push(...this.#without(edits))
  }

  apply(): string {
    return applyEdits(this.#source.text, this.#edits)
  }

  #isSound(edits: readonly TextEdit[]): boolean {
    this.#troubles ??= troublesOf(this.#source.text)
    return troublesOf(applyEdits(this.#source.text, edits)) <= this.#troubles
  }

  /** Two fixes may need the same edit: the object and its patch move together. */
  #without(edits: readonly TextEdit[]): readonly TextEdit[] {
    const known = new Set(this.#edits.map((edit) => JSON.stringify(edit)))
    return edits.filter((edit) => !known.has(JSON.stringify(edit)))
  }

  #areApart(left: TextEdit, right: TextEdit): boolean {
    const [first, second] = [this.#offsets(left), this.#offsets(right)].sort(
      (one, other) => one.start - other.start || one.end - other.end,
    )
    if (!first || !second) return true
    if (first.start === second.start || first.end > second.start) return false
    // Each of two removals may leave a field; both together may leave a mapping without any.
    const between = this.#source.text.slice(first.end, second.start)
    return first.newText !== "" || second.newText !== "" || /^---/mu.test(between)
  }

  #offsets({ range, newText }: TextEdit): OffsetEdit {
    const { lines } = this.#source
    return { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end), newText }
  }
}

function troublesOf(text: string): number {
  return parseYaml(text).documents.reduce(
    (sum, { errors, duplicateKeys }) => sum + errors.length + duplicateKeys.length,
    0,
  )
}
