import { existsSync, readdirSync, readFileSync } from "node:fs"
import { basename, dirname, join, relative } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import type { Rule } from "#rule"

const rulesFolder = fileURLToPath(new URL("../../rules", import.meta.url))

/** A rule as it lies in `rules/`. */
export interface RuleFile {
  /** The file's name without its extension. */
  readonly id: string
  readonly folder: string
  /** `./kustomization/ks-source-missing.ts` */
  readonly specifier: string
  /** `ksSourceMissing` */
  readonly exportName: string
  readonly file: string
  readonly page: string
}

/** Every file of `rules/` that defines a rule, by id; helpers of rules and tests define none. */
export function ruleFiles(): readonly RuleFile[] {
  return readdirSync(rulesFolder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts") && path.includes("/"))
    .map((path) => join(rulesFolder, path))
    .filter((file) => /= define(?:File|Cluster|Report)Rule\(/u.test(readFileSync(file, "utf8")))
    .map((file): RuleFile => {
      const id = basename(file, ".ts")
      return {
        id,
        folder: basename(dirname(file)),
        specifier: `./${relative(rulesFolder, file)}`,
        exportName: id.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase()),
        file,
        page: file.replace(/\.ts$/u, ".md"),
      }
    })
    .sort((left, right) => (left.id < right.id ? -1 : 1))
}

/** Imports a rule; undefined when the file does not export it under the name that its id asks for. */
export async function loadRule({ file, exportName }: RuleFile): Promise<Rule | undefined> {
  const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(file).href)
  // What a rule file exports under this name is made by defineFileRule or its like.
  return module[exportName] as Rule | undefined
}

/** The page of a rule; empty when there is none. */
export function pageOf({ page }: RuleFile): string {
  return existsSync(page) ? readFileSync(page, "utf8") : ""
}
