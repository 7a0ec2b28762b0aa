import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** The folder of this package: above `dist` when installed, above `src` when run from sources. */
export function packageFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "engine/dist/engine.json"))) return folder
    if (dirname(folder) === folder)
      throw new Error("the package is not whole: engine/dist/engine.json is missing")
  }
}

/** The page of a rule; undefined when there is none. */
export function readRulePage(rule: {
  readonly id: string
  readonly category: string
}): string | undefined {
  const path = join(packageFolder(), "rules", rule.category, `${rule.id}.md`)
  return existsSync(path) ? readFileSync(path, "utf8") : undefined
}

/** What is known of the engine that comes with the package. */
export interface EngineFacts {
  readonly wasmDigest: string
  readonly wasmBytes: number
  readonly packedBytes: number
}

export function readEngineFacts(): EngineFacts {
  // The file is our own, written by scripts/build-engine.mjs.
  return JSON.parse(
    readFileSync(join(packageFolder(), "engine/dist/engine.json"), "utf8"),
  ) as EngineFacts
}
