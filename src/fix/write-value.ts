import { isList, isObject, type JsonValue, type YamlScalar } from "../yaml/index.ts"
import { writeYaml } from "../yaml/write-yaml.ts"

/** A value on one line, as it may stand in braces, in brackets or after a key. */
export function inlineValue(value: JsonValue): string {
  if (isList(value)) return `[${value.map(inlineValue).join(", ")}]`
  if (isObject(value)) {
    const fields = Object.entries(value)
    return `{${fields.map(([key, field]) => `${inlineValue(key)}: ${inlineValue(field)}`).join(", ")}}`
  }
  if (typeof value !== "string") return String(value)
  // Only words that nothing around them can cut or continue go without quotes.
  return /^[\w./-]+$/u.test(value) ? writeYaml(value).trimEnd() : quoted(value)
}

/** A string in the quotes that the scalar before it had, or as YAML needs it where there were none. */
export function scalarLike({ style }: YamlScalar, value: string): string {
  if (style === "single" && !/[\n\r]/u.test(value)) return `'${value.replaceAll("'", "''")}'`
  if (style === "double") return quoted(value)
  return writeYaml(value).trimEnd()
}

function quoted(value: string): string {
  const escaped = JSON.stringify(value)
  return escaped.replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
}

/** A value as block YAML, without its last line break; each line after the first is indented by `indent` columns. */
export function blockValue(value: JsonValue, indent: number): string {
  const lines = writeYaml(value).replace(/\n$/u, "").split("\n")
  const space = " ".repeat(indent)
  return lines.map((line, index) => (line === "" || index === 0 ? line : space + line)).join("\n")
}

/** Whether a value needs lines of its own in block YAML. */
export function needsBlock(value: JsonValue): boolean {
  if (isList(value)) return value.length > 0
  return isObject(value) && Object.keys(value).length > 0
}
