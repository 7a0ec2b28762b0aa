import { posix } from "node:path"
import { ConfigError, type ConfigProblem } from "../../model/index.ts"
import { createLineIndex } from "../../text/line-index.ts"
import { type FieldPath, parseYaml, rangeOf, toJson, type YamlDocument } from "../../yaml/index.ts"
import { isObject, valueAt } from "../../yaml/json.ts"
import { type Config, emptyConfig } from "./config.ts"
import { configSchema, type RuleDeclaration } from "./config-schema.ts"
import { readConfig } from "./read-config.ts"
import { validate } from "./validate.ts"

/** Names of the file, in the order in which they are looked for in each folder. */
export const configNames: readonly string[] = [".sluice.yaml", "sluice.yaml", ".github/sluice.yaml"]

/** A configuration file as it was found. */
export interface ConfigFile {
  /** Absolute, with `/`. */
  readonly path: string
  readonly text: string
}

/** The nearest configuration file from `folder` upwards to `top`. */
export function findConfig(
  folder: string,
  top: string,
  readText: (path: string) => string | undefined,
): ConfigFile | undefined {
  for (let current = folder; ; current = posix.dirname(current)) {
    for (const name of configNames) {
      const path = posix.join(current, name)
      const text = readText(path)
      if (text !== undefined) return { path, text }
    }
    if (current === top || posix.dirname(current) === current) return undefined
  }
}

/** Reads a configuration file; throws a ConfigError that names each thing that is wrong with its line. */
export function parseConfig(file: ConfigFile, rules: readonly RuleDeclaration[]): Config {
  const [document, second] = parseYaml(file.text).documents
  if (!document) return { ...emptyConfig, path: file.path }
  const problems = [...syntaxProblems(file, document), ...(second ? [tooMany(file, second)] : [])]
  if (problems.length > 0) throw new ConfigError(problems)
  const content = document.root ? toJson(document) : null
  if (content === null || content === undefined) return { ...emptyConfig, path: file.path }
  const violations = validate(content, configSchema(rules))
  if (violations.length > 0 || !isObject(content)) {
    throw new ConfigError(
      violations.map(({ path, part, message, help }) =>
        at(file, document, { path, part, message, ...(help === undefined ? {} : { help }) }),
      ),
    )
  }
  return readConfig(content, file.path)
}

/** Where a file that can be read says something; the line counts from 1. */
export function configLines({ text }: ConfigFile): (field: FieldPath) => number | undefined {
  const [document] = parseYaml(text).documents
  const lines = createLineIndex(text)
  return (field) => {
    const content = document?.root ? toJson(document) : undefined
    if (!document || valueAt(content, field) === undefined) return undefined
    return lines.positionAt(rangeOf(document, field, "value").start).line + 1
  }
}

function syntaxProblems(file: ConfigFile, document: YamlDocument): readonly ConfigProblem[] {
  const errors = document.errors.map(({ message, start, end }) => ({ message, start, end }))
  const repeated = document.duplicateKeys.map(({ key, start, end }) => ({
    message: `The key \`${key}\` is there twice.`,
    start,
    end,
  }))
  return [...errors, ...repeated].map(({ message, start, end }) =>
    problemAt(file, { start, end }, { message }),
  )
}

function tooMany(file: ConfigFile, { start }: YamlDocument): ConfigProblem {
  return problemAt(
    file,
    { start, end: start },
    { message: "The file holds more than one YAML document." },
  )
}

interface Place {
  readonly path: FieldPath
  readonly part: "key" | "value"
  readonly message: string
  readonly help?: string
}

function at(
  file: ConfigFile,
  document: YamlDocument,
  { path, part, ...problem }: Place,
): ConfigProblem {
  return problemAt(file, rangeOf(document, path, part), problem)
}

function problemAt(
  file: ConfigFile,
  offsets: { readonly start: number; readonly end: number },
  problem: { readonly message: string; readonly help?: string },
): ConfigProblem {
  const lines = createLineIndex(file.text)
  const range = { start: lines.positionAt(offsets.start), end: lines.positionAt(offsets.end) }
  return { location: { path: file.path, range }, ...problem }
}
