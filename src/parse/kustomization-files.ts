import { folderOf, foldersOf, isInside, joinInside } from "../load/folders.ts"
import type { Document, FileEntry, KustomizationFile, ParsedFile } from "../model/index.ts"
import { type FieldPath, isObject, type JsonValue, listAt, stringAt } from "../yaml/index.ts"

/** The names that kustomize recognises; two of them in one folder are an error (`flux-semantics.md` 5.2). */
const fileNames: readonly string[] = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

export function isKustomizationFileName(name: string): boolean {
  return fileNames.includes(name)
}

/** What exists below the checked root. */
interface Tree {
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlySet<string>
  /** Folders of git submodules. */
  readonly submodules: readonly string[]
}

/** Every kustomization file with what it names. */
export function kustomizationFilesOf(
  files: readonly ParsedFile[],
  paths: ReadonlySet<string>,
  submodules: readonly string[],
): readonly KustomizationFile[] {
  const tree: Tree = { files: paths, folders: foldersOf(paths), submodules }
  return files
    .filter(({ role }) => role === "kustomization" || role === "component")
    .flatMap(({ source, documents, role }) => {
      const document = documents.find(({ content }) => isObject(content))
      if (!document || isFluxObject(document.content)) return []
      const folder = folderOf(source.path)
      return [
        {
          path: source.path,
          folder,
          component: role === "component",
          document,
          entries: entriesOf(document, folder, tree),
          rivals: fileNames
            .map((name) => (folder === "" ? name : `${folder}/${name}`))
            .filter((path) => path !== source.path && paths.has(path)),
        },
      ]
    })
}

/** A Flux Kustomization in a file called `kustomization.yaml` is no kustomization file's content; kustomize would refuse it. */
function isFluxObject(content: JsonValue | undefined): boolean {
  return stringAt(content, ["apiVersion"])?.startsWith("kustomize.toolkit.fluxcd.io/") ?? false
}

function entriesOf(document: Document, folder: string, tree: Tree): readonly FileEntry[] {
  const content = document.content
  const entry = (
    field: FileEntry["field"],
    path: FieldPath,
    text: JsonValue | undefined,
  ): FileEntry[] =>
    typeof text === "string" && text !== "" ? [classify(field, path, text, folder, tree)] : []
  const list = (field: FileEntry["field"], key: string): FileEntry[] =>
    listAt(content, [key]).flatMap((text, index) => entry(field, [key, index], text))
  const patchFiles = (key: string): FileEntry[] =>
    listAt(content, [key]).flatMap((patch, index) =>
      entry("patches", [key, index, "path"], stringAt(patch, ["path"])),
    )
  return [
    ...list("resources", "resources"),
    ...list("resources", "bases"),
    ...list("components", "components"),
    ...patchFiles("patches"),
    ...patchFiles("patchesJson6902"),
    ...list("patches", "patchesStrategicMerge"),
    ...["configMapGenerator", "secretGenerator"].flatMap((key) =>
      generatorEntries(content, key, entry),
    ),
    ...list("configuration", "configurations"),
    ...list("configuration", "crds"),
    ...entry("configuration", ["openapi", "path"], stringAt(content, ["openapi", "path"])),
    ...listAt(content, ["replacements"]).flatMap((replacement, index) =>
      entry("configuration", ["replacements", index, "path"], stringAt(replacement, ["path"])),
    ),
    ...["transformers", "generators", "validators"].flatMap((key) => list("transformer", key)),
  ]
}

type MakeEntry = (
  field: FileEntry["field"],
  path: FieldPath,
  text: JsonValue | undefined,
) => FileEntry[]

function generatorEntries(
  content: JsonValue | undefined,
  key: string,
  entry: MakeEntry,
): FileEntry[] {
  return listAt(content, [key]).flatMap((generator, index) => [
    ...["files", "envs"].flatMap((field) =>
      listAt(generator, [field]).flatMap((text, position) =>
        entry(
          "generator",
          [key, index, field, position],
          typeof text === "string" ? withoutKey(text) : text,
        ),
      ),
    ),
    ...entry("generator", [key, index, "env"], stringAt(generator, ["env"])),
  ])
}

/** `settings.ini=files/prod.ini` names the file after the equals sign. */
function withoutKey(text: string): string {
  return text.slice(text.indexOf("=") + 1)
}

function classify(
  field: FileEntry["field"],
  path: FieldPath,
  text: string,
  folder: string,
  tree: Tree,
): FileEntry {
  const entry = { field, path, text }
  if (text.includes("\n") || text.trimStart().startsWith("{")) return { ...entry, kind: "inline" }
  const target = joinInside(folder, text)
  if (target !== undefined && tree.files.has(target)) return { ...entry, target, kind: "file" }
  if (target !== undefined && tree.folders.has(target)) return { ...entry, target, kind: "folder" }
  if (isRemote(text)) return { ...entry, kind: "remote" }
  if (target === undefined) return { ...entry, kind: "outside" }
  if (tree.submodules.some((submodule) => isInside(target, submodule)))
    return { ...entry, target, kind: "elsewhere" }
  return { ...entry, target, kind: "missing" }
}

/** What kustomize would clone or download when no such file or folder exists (`api/internal/git`, `api/ifc`). */
export function isRemote(text: string): boolean {
  return (
    /^(?:[a-z][a-z0-9+.-]*:)?\/\//iu.test(text) ||
    /^git::|^[\w.-]+@[\w.-]+:|[?&]ref=|\.git(?:\/|$|\?)/u.test(text) ||
    /^(?:github\.com|gitlab\.com|bitbucket\.org)[/:]/u.test(text)
  )
}
