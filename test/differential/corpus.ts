import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join, posix, relative } from "node:path"
import type { FileTree } from "../../src/build/engine.ts"
import { isObject, type JsonObject } from "../../src/yaml/json.ts"
import { isComparedRepository } from "./extent.ts"
import type { ParsedOutput, Reference } from "./oracles.ts"
import { corpusFolder } from "./places.ts"

/** A directory with a kustomization file. */
export interface KustomizationFile {
  /** Relative to the repository; empty for its root. */
  readonly directory: string
  readonly file: string
  readonly kind: "Kustomization" | "Component"
}

/** A YAML document of the corpus with its file. */
export interface CorpusDocument {
  readonly file: string
  readonly object: JsonObject
}

/** One repository of the corpus. */
export interface Repository {
  /** `onedr0p__home-ops` */
  readonly name: string
  readonly folder: string
  readonly files: readonly string[]
}

const kustomizationFileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

/** All repositories of the corpus; none where the corpus is missing. */
export function repositories(): readonly Repository[] {
  if (corpusFolder === undefined) return []
  const root = join(corpusFolder, "repos")
  return readdirSync(root)
    .filter(isComparedRepository)
    .sort()
    .map((name) => ({ name, folder: join(root, name), files: filesBelow(join(root, name)) }))
}

/** The paths of all regular files below a folder, relative to it and sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** The whole repository as an artifact of a source. */
export function treeOf(repository: Repository): FileTree {
  return fileTree(
    repository.files.map((path) => [path, readFileSync(join(repository.folder, path))]),
  )
}

/** A tree of files, with the digest over paths and contents as its id. */
export function fileTree(files: Iterable<readonly [string, Uint8Array]>): FileTree {
  const contents = new Map(files)
  const hash = createHash("sha256")
  for (const [path, content] of contents)
    hash.update(`${path}\0${content.length}\0`).update(content)
  return { id: hash.digest("hex"), files: contents }
}

/** Every directory of the repository that holds a kustomization file. */
export function kustomizationFiles(repository: Repository): readonly KustomizationFile[] {
  return repository.files
    .filter((path) => kustomizationFileNames.includes(posix.basename(path)))
    .map((path) => ({
      directory: posix.dirname(path) === "." ? "" : posix.dirname(path),
      file: path,
      kind: /^kind:\s*["']?Component\b/m.test(readText(repository, path))
        ? "Component"
        : "Kustomization",
    }))
}

/** The text of a file of the repository. */
export function readText(repository: Repository, path: string): string {
  return readFileSync(join(repository.folder, path), "utf8")
}

/** The documents of one kind in the repository's YAML files, read with sigs.k8s.io/yaml as Flux reads them. */
export async function documentsOf(
  repository: Repository,
  kind: string,
  reference: Reference,
): Promise<readonly CorpusDocument[]> {
  const mention = new RegExp(`^\\s*["']?kind["']?:\\s*["']?${kind}\\b`, "m")
  const files = repository.files.filter(
    (path) => /\.ya?ml$/.test(path) && mention.test(readText(repository, path)),
  )
  const parsed = await Promise.all(
    files.map((path) =>
      reference.ask<ParsedOutput>({ op: "parse", file: join(repository.folder, path) }),
    ),
  )
  return parsed.flatMap(({ documents }, index) =>
    documents.flatMap(({ object }) =>
      isObject(object) && object.kind === kind ? [{ file: files[index] ?? "", object }] : [],
    ),
  )
}
