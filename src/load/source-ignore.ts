import { toBytes } from "./go-match.ts"
import { type IgnorePattern, readPatterns } from "./ignore-pattern.ts"

/** What a source says about the files that its artifact leaves out. */
export interface SourceIgnore {
  /** The text of each `.sourceignore`, by its path in the source. */
  readonly files: ReadonlyMap<string, string>
  /** `spec.ignore` of the source: the last word. */
  readonly ignore?: string | undefined
  /**
   * `git` for GitRepository and for OCIRepository with `operation: extract`: the version control patterns, and the default
   * exclusions when the user gives no pattern at all. `bucket` reads the root `.sourceignore` only and has no defaults.
   */
  readonly defaults: "git" | "bucket" | "none"
}

const ignoreFile = ".sourceignore"

// https://github.com/fluxcd/pkg/blob/main/sourceignore/sourceignore.go (`ExcludeVCS`, `ExcludeExt`, `ExcludeCI`, `ExcludeExtra`)
const versionControl: readonly string[] = [".git/", ".gitignore", ".gitmodules", ".gitattributes"]
const defaultExclusions: readonly string[] = [
  "*.jpg",
  "*.jpeg",
  "*.gif",
  "*.png",
  "*.wmv",
  "*.flv",
  "*.tar.gz",
  "*.zip",
  ".github/",
  ".circleci/",
  ".travis.yml",
  ".gitlab-ci.yml",
  "appveyor.yml",
  ".drone.yml",
  "cloudbuild.yaml",
  "codeship-services.yml",
  "codeship-steps.yml",
  "**/.goreleaser.yml",
  "**/.sops.yaml",
  "**/.flux.yaml",
]

/**
 * Tells for each file of a source whether the artifact leaves it out. Each file is judged by itself, and the last pattern that
 * matches decides, so that `!` brings back files below an excluded folder, unlike in git.
 * https://github.com/fluxcd/pkg/blob/main/artifact/storage/archive.go (`SourceIgnoreFilter`)
 */
export function createSourceIgnore(source: SourceIgnore): (path: string) => boolean {
  const patterns = [...builtInPatterns(source.defaults), ...userPatterns(source)]
  return (path) => {
    if (source.defaults === "bucket" && path === ignoreFile) return true
    const segments = path.split("/").map(toBytes)
    const deciding = patterns.findLast((pattern) => pattern.matches(segments))
    return deciding !== undefined && !deciding.isInclusion
  }

  function builtInPatterns(defaults: SourceIgnore["defaults"]): readonly IgnorePattern[] {
    if (defaults !== "git") return []
    const hasOwn = userPatterns(source).length > 0
    const lines = hasOwn ? versionControl : [...versionControl, ...defaultExclusions]
    return readPatterns(lines.join("\n"), [])
  }
}

/** Lowest priority first: a folder's file before those of the folders in it, and `spec.ignore` at the end. */
function userPatterns({ files, ignore = "", defaults }: SourceIgnore): readonly IgnorePattern[] {
  const scoped = [...files]
    .map(([path, text]) => ({ folders: path.split("/").slice(0, -1), path, text }))
    .filter(({ folders, path }) => isRead(folders, path, defaults))
    .sort((left, right) => left.folders.length - right.folders.length)
  return [
    ...scoped.flatMap(({ folders, text }) => readPatterns(text, folders)),
    ...readPatterns(ignore, []),
  ]
}

function isRead(
  folders: readonly string[],
  path: string,
  defaults: SourceIgnore["defaults"],
): boolean {
  if (defaults === "bucket") return path === ignoreFile
  return (path === ignoreFile || path.endsWith(`/${ignoreFile}`)) && !folders.includes(".git")
}
