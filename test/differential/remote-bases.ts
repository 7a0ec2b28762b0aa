import { posix } from "node:path"
import { parse } from "yaml"
import { isList, isObject, type JsonValue, valueAt } from "../../src/yaml/json.ts"
import { kustomizationFiles, type Repository, readText } from "./corpus.ts"

const remote = /^(?:https?|ssh|git|file):|^git@|^git::|^gh:|^github\.com[/:]|[?&]ref=/i

/** Finds the builds that would fetch something from the network: each would cost seconds, and its result no one knows. */
export class RemoteBases {
  readonly #repository: Repository
  readonly #files: ReadonlyMap<string, string>
  readonly #found = new Map<string, string | undefined>()

  constructor(repository: Repository) {
    this.#repository = repository
    this.#files = new Map(
      kustomizationFiles(repository).map(({ directory, file }) => [directory, file]),
    )
  }

  /** The first remote entry of the directory's kustomization, or of one that it includes. */
  of(directory: string): string | undefined {
    const file = this.#files.get(directory)
    if (file === undefined) return this.#below(directory)
    if (this.#found.has(directory)) return this.#found.get(directory)
    // A kustomization that includes itself fails in kustomize; here it has nothing remote.
    this.#found.set(directory, undefined)
    const entries = this.#entries(file)
    const found =
      entries.find((entry) => remote.test(entry)) ??
      entries.map((entry) => this.of(joined(directory, entry))).find((entry) => entry !== undefined)
    this.#found.set(directory, found)
    return found
  }

  // Flux builds a directory without a kustomization file from all that lies below it.
  #below(directory: string): string | undefined {
    const prefix = directory === "" ? "" : `${directory}/`
    return [...this.#files.keys()]
      .filter((other) => other !== directory && other.startsWith(prefix))
      .map((other) => this.of(other))
      .find((entry) => entry !== undefined)
  }

  #entries(file: string): readonly string[] {
    try {
      const value = parse(readText(this.#repository, file), { uniqueKeys: false }) as JsonValue
      return isObject(value) ? entriesOf(value) : []
    } catch {
      // A kustomization that is no YAML fails in every program before it fetches anything.
      return []
    }
  }
}

function joined(directory: string, entry: string): string {
  const path = posix.join(directory, entry).replace(/\/$/, "")
  return path === "." ? "" : path
}

function entriesOf(kustomization: JsonValue): readonly string[] {
  const lists = ["resources", "bases", "components", "generators", "transformers", "crds"]
  const direct = lists.flatMap((name) => strings(valueAt(kustomization, [name])))
  const generated = ["configMapGenerator", "secretGenerator"]
    .flatMap((name) => valueAt(kustomization, [name]) ?? [])
    .flatMap((list) => (isList(list) ? list : [list]))
    .flatMap((generator) => strings(valueAt(generator, ["files"])))
    // `name=path`
    .map((entry) => entry.slice(entry.indexOf("=") + 1))
    .filter((entry) => remote.test(entry))
  return [...direct, ...generated]
}

function strings(value: JsonValue | undefined): readonly string[] {
  return isList(value) ? value.filter((entry) => typeof entry === "string") : []
}
