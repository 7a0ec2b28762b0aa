import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { ReadText } from "../fix/file-writer.ts"
import { type Environment, runGit, writeGit } from "./git.ts"
import { nodeWriter } from "./node-writer.ts"

/** A file of the index that gets another text. */
export interface StagedChange {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** What has become of the changes. */
export interface StagedOutcome {
  /** Files that stay as they are, with the reason in words that complete "it …". */
  readonly failed: ReadonlyMap<string, string>
  /** Files whose text in the work tree is another one than was staged: nobody's edits are touched. */
  readonly leftInWorkTree: readonly string[]
}

/** Puts fixed texts into the index of git, and into the work tree where it holds what is staged. */
export interface IndexWriter {
  /** Why the file cannot get another text now; undefined when it can. */
  refusal(file: ReadText): string | undefined
  replaceAll(changes: readonly StagedChange[]): Promise<StagedOutcome>
}

/**
 * Reads the index below `root`; undefined when git cannot tell. Texts are stored as they are; but whenever git writes an index it
 * compares files that were changed in the very second of the last one, by the filters that the clone is configured with.
 */
export async function openIndex(
  root: string,
  environment: Environment,
): Promise<IndexWriter | undefined> {
  const entries = await readEntries(root, environment)
  const prefix = await runGit(root, ["rev-parse", "--show-prefix"], environment)
  if (entries === undefined || prefix === undefined) return undefined
  return {
    refusal: ({ path, text }) =>
      entryRefusal(entries.get(path), text) ?? workTreeRefusal(root, path, text),
    replaceAll: async (changes) => {
      const failed = new Map<string, string>()
      const now = await readEntries(root, environment)
      const lines: string[] = []
      for (const { path, before, after } of changes) {
        const entry = now?.get(path)
        const reason = entryRefusal(entry, before)
        const arguments_ = ["hash-object", "-w", "--no-filters", "--stdin"]
        const id = reason ? "" : (await writeGit(root, arguments_, after, environment))?.trim()
        if (reason !== undefined) failed.set(path, reason)
        else if (!id) failed.set(path, "cannot be written into git's objects")
        else lines.push(`${entry?.mode} ${id}\t${prefix.trim()}${path}\0`)
      }
      const chosen = changes.filter(({ path }) => !failed.has(path))
      const isDone =
        lines.length === 0 ||
        (await writeGit(root, ["update-index", "-z", "--index-info"], lines.join(""), environment))
      if (isDone === undefined) {
        for (const { path } of chosen) failed.set(path, "cannot be written into git's index")
        return { failed, leftInWorkTree: [] }
      }
      return { failed, leftInWorkTree: chosen.flatMap((change) => leftAlone(root, change)) }
    },
  }
}

interface Entry {
  /** `H`, or what the user has told git of the file. */
  readonly tag: string
  readonly mode: string
  readonly id: string
  readonly stage: string
}

async function readEntries(
  root: string,
  environment: Environment,
): Promise<ReadonlyMap<string, Entry> | undefined> {
  const output = await runGit(root, ["ls-files", "-v", "-s", "-z"], environment)
  return output === undefined
    ? undefined
    : new Map(
        output.split("\0").flatMap((line): readonly (readonly [string, Entry])[] => {
          const [, tag, mode, id, stage, path] =
            /^(\S) (\d+) ([0-9a-f]+) (\d)\t(.*)$/su.exec(line) ?? []
          if (!tag || !mode || !id || !stage || !path) return []
          return [[path, { tag, mode, id, stage }]]
        }),
      )
}

function entryRefusal(entry: Entry | undefined, text: string): string | undefined {
  if (!entry) return "is not in git's index any more"
  if (entry.stage !== "0" || entry.tag === "M") return "is in conflict"
  // Writing the entry anew would make git forget what it was told.
  if (entry.tag !== "H") return "is a file that git was told not to look at"
  if (!entry.mode.startsWith("100")) return "is no file"
  return blobId(text, entry.id.length) === entry.id
    ? undefined
    : "is not UTF-8, or has changed in git's index since it was read"
}

/** The id that git gives a text; 64 digits long in repositories that use SHA-256. */
function blobId(text: string, length: number): string {
  const content = Buffer.from(text, "utf8")
  const hash = createHash(length === 64 ? "sha256" : "sha1")
  return hash.update(`blob ${content.length}\0`).update(content).digest("hex")
}

/** How the work tree has a staged text: as it is, with the line breaks of Windows, or not at all. */
function workTreeForm(root: string, path: string, staged: string): "same" | "crlf" | "other" {
  try {
    const text = readFileSync(join(root, path))
    if (text.equals(Buffer.from(staged, "utf8"))) return "same"
    const isCrlf = !staged.includes("\r") && text.equals(Buffer.from(withCrlf(staged), "utf8"))
    return isCrlf ? "crlf" : "other"
  } catch {
    return "other"
  }
}

function withCrlf(text: string): string {
  return text.replaceAll("\n", "\r\n")
}

function workTreeRefusal(root: string, path: string, staged: string): string | undefined {
  const form = workTreeForm(root, path, staged)
  if (form === "other") return undefined
  return nodeWriter.refusal({ root, path, text: form === "crlf" ? withCrlf(staged) : staged })
}

/** The path, if the work tree does not get the new text: it holds other edits, or cannot be written. */
function leftAlone(root: string, { path, before, after }: StagedChange): readonly string[] {
  const form = workTreeForm(root, path, before)
  if (form === "other") return [path]
  const inForm = form === "crlf" ? withCrlf : (text: string): string => text
  const reason = nodeWriter.replace({ root, path, text: inForm(before) }, inForm(after))
  return reason === undefined ? [] : [path]
}
