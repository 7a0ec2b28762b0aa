import type { LoadedFile } from "../load/files.ts"
import { baseOf, folderOf, isInside } from "../load/folders.ts"
import type {
  Document,
  FileRole,
  KustomizationFile,
  ParsedFile,
  SourceFile,
} from "../model/index.ts"
import { decodeUtf8 } from "../text/decode.ts"
import { createLineIndex, type LineIndex } from "../text/line-index.ts"
import { isObject, parseYaml } from "../yaml/index.ts"
import { documentsOf } from "./document.ts"
import { isKustomizationFileName, kustomizationFilesOf } from "./kustomization-files.ts"

/** The files of a repository, read as what they are. */
export interface ParsedFiles {
  readonly files: readonly ParsedFile[]
  readonly kustomizationFiles: readonly KustomizationFile[]
  readonly unread: readonly { readonly path: string; readonly reason: string }[]
}

/** Reads every YAML file; JSON only where a kustomization file names it. */
export function parseFiles(loaded: readonly LoadedFile[]): ParsedFiles {
  const charts = chartFolders(loaded)
  const unread: { path: string; reason: string }[] = []
  const parsed = new Map<string, ParsedFile>()
  for (const file of loaded) {
    if (!isYaml(file.path)) continue
    const result = parseFile(file, charts)
    if ("reason" in result) unread.push(result)
    else parsed.set(file.path, result)
  }
  const all = new Set(loaded.map(({ path }) => path))
  const kustomizationFiles = kustomizationFilesOf([...parsed.values()], all, submodulesOf(loaded))
  addJson(loaded, kustomizationFiles, parsed)
  return { files: withRoles([...parsed.values()], kustomizationFiles), kustomizationFiles, unread }
}

/** The extensions that Flux's generator picks up, and the third name of a kustomization file. */
function isYaml(path: string): boolean {
  return path.endsWith(".yaml") || path.endsWith(".yml") || baseOf(path) === "Kustomization"
}

function chartFolders(loaded: readonly LoadedFile[]): readonly string[] {
  return loaded
    .filter(({ path }) => baseOf(path) === "Chart.yaml")
    .map(({ path }) => folderOf(path))
}

/** The folders that `.gitmodules` names: git checks them out only when it is asked to. */
function submodulesOf(loaded: readonly LoadedFile[]): readonly string[] {
  const file = loaded.find(({ path }) => path === ".gitmodules")
  const text = file ? new TextDecoder().decode(file.bytes) : ""
  return [...text.matchAll(/^\s*path\s*=\s*(\S+)\s*$/gmu)].flatMap(([, path]) => path ?? [])
}

function parseFile(
  { path, bytes }: LoadedFile,
  charts: readonly string[],
): ParsedFile | { readonly path: string; readonly reason: string } {
  const decoded = decodeUtf8(bytes)
  if ("error" in decoded) return { path, reason: decoded.error }
  const source = sourceFile(path, decoded.text)
  if (isChartTemplate(path, charts)) return { source, role: "template", documents: [] }
  const documents = documentsOf(source, parseYaml(source.text))
  return { source, role: roleByItself(source, documents, charts), documents }
}

function sourceFile(path: string, text: string): SourceFile {
  let lines: LineIndex | undefined
  return {
    path,
    text,
    get lines(): LineIndex {
      lines ??= createLineIndex(text)
      return lines
    },
  }
}

function isChartTemplate(path: string, charts: readonly string[]): boolean {
  return charts.some((folder) =>
    isInside(path, folder === "" ? "templates" : `${folder}/templates`),
  )
}

function roleByItself(
  { path, text }: SourceFile,
  documents: readonly Document[],
  charts: readonly string[],
): FileRole {
  if (isKustomizationFileName(baseOf(path)))
    return isComponent(documents) ? "component" : "kustomization"
  if (charts.some((folder) => isInside(path, folder) && isChartOwn(path, folder))) return "chart"
  if (documents.some(isManifest)) return "manifest"
  return documents.some(({ syntaxErrors }) => syntaxErrors.length > 0) ? roleByText(text) : "other"
}

/** A file that does not parse: text of a template language is no YAML yet, and what names a kind is meant as an object. */
function roleByText(text: string): FileRole {
  if (/\{\{|\{%|<%|<<[^:]/u.test(text)) return "template"
  return /^apiVersion:/mu.test(text) && /^kind:/mu.test(text) ? "manifest" : "other"
}

function isChartOwn(path: string, chart: string): boolean {
  return (
    folderOf(path) === chart || isInside(path, `${chart}/charts`) || isInside(path, `${chart}/ci`)
  )
}

function isComponent(documents: readonly Document[]): boolean {
  return documents.some(({ content }) => isObject(content) && content.kind === "Component")
}

function isManifest({ content }: Document): boolean {
  return (
    isObject(content) && typeof content.apiVersion === "string" && typeof content.kind === "string"
  )
}

function addJson(
  loaded: readonly LoadedFile[],
  kustomizationFiles: readonly KustomizationFile[],
  parsed: Map<string, ParsedFile>,
): void {
  const named = new Set(
    kustomizationFiles.flatMap(({ entries }) => entries.map(({ target }) => target)),
  )
  for (const file of loaded) {
    if (!file.path.endsWith(".json") || !named.has(file.path)) continue
    const result = parseFile(file, [])
    if (!("reason" in result)) parsed.set(file.path, result)
  }
}

/** A file that a kustomization names as a patch or as data is no manifest, whatever it looks like. */
function withRoles(
  files: readonly ParsedFile[],
  kustomizationFiles: readonly KustomizationFile[],
): readonly ParsedFile[] {
  const roles = new Map<string, FileRole>()
  const resources = new Set<string>()
  for (const { field, target } of kustomizationFiles.flatMap(({ entries }) => entries)) {
    if (target === undefined) continue
    if (field === "resources") resources.add(target)
    else if (field === "patches") roles.set(target, "patch")
    else if (field !== "components") roles.set(target, "values")
  }
  return files.map((file) => {
    const role = roles.get(file.source.path)
    const keep = role === undefined || resources.has(file.source.path)
    return keep || file.role === "kustomization" || file.role === "component"
      ? file
      : { ...file, role }
  })
}
