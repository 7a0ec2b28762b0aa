import { emptyObject, type JsonValue, type MutableJsonObject } from "./json.ts"
import type {
  YamlDocument,
  YamlEntry,
  YamlError,
  YamlMapping,
  YamlNode,
  YamlScalar,
  YamlSequence,
} from "./node.ts"
import {
  isStringKey,
  resolveKey,
  resolveScalar,
  ScalarFailure,
  type YamlDialect,
} from "./resolve-scalar.ts"

/** What a document means as JSON; `value` is undefined when it is empty or the reader would refuse it. */
export interface ResolvedDocument {
  readonly value: JsonValue | undefined
  /** Why the reader would refuse a document whose syntax is sound: `.inf`, a list as a key, a wrong tag. */
  readonly errors: readonly YamlError[]
}

const resolved: Readonly<Record<YamlDialect, WeakMap<YamlDocument, ResolvedDocument>>> = {
  sigs: new WeakMap(),
  kustomize: new WeakMap(),
}

/**
 * The JSON value of a document exactly as sigs.k8s.io/yaml (or kustomize) resolves it; undefined when it is empty or
 * refused. Aliases share structure with their anchors. An integer beyond 2^53 becomes the nearest double, as in any
 * JavaScript reader of JSON: its digits are still in the `text` of the scalar.
 */
export function toJson(
  document: YamlDocument,
  dialect: YamlDialect = "sigs",
): JsonValue | undefined {
  return resolveDocument(document, dialect).value
}

/** {@link toJson} together with the reasons why a document has no value. */
export function resolveDocument(
  document: YamlDocument,
  dialect: YamlDialect = "sigs",
): ResolvedDocument {
  const known = resolved[dialect].get(document)
  if (known !== undefined) return known
  const result = new Resolver(dialect).document(document)
  resolved[dialect].set(document, result)
  return result
}

/** Whether an entry is a merge key, `<<`. */
export function isMergeKey(key: YamlNode): boolean {
  if (key.kind !== "scalar" || key.text !== "<<") return false
  return key.tag === undefined ? key.style === "plain" : key.tag === "!!merge" || key.tag === "!"
}

class Resolver {
  readonly #dialect: YamlDialect
  readonly #errors: YamlError[] = []
  #root: YamlNode | undefined
  #text = ""
  #anchored: Map<YamlNode, JsonValue> | undefined

  constructor(dialect: YamlDialect) {
    this.#dialect = dialect
  }

  document(document: YamlDocument): ResolvedDocument {
    if (document.root === undefined) return { value: undefined, errors: [] }
    this.#root = document.root
    this.#text = document.text
    if (this.#dialect === "kustomize") this.#refuseDuplicates(document)
    const value = this.#value(document.root)
    return { value: this.#errors.length === 0 ? value : undefined, errors: this.#errors }
  }

  #value(node: YamlNode): JsonValue {
    if (node.kind === "scalar") return this.#scalar(node)
    if (node.kind === "alias") return this.#anchored?.get(node.target) ?? this.#value(node.target)
    const value =
      node.kind === "mapping" ? this.#mapping(node) : node.items.map((item) => this.#value(item))
    if (node.anchor !== undefined) {
      this.#anchored ??= new Map()
      this.#anchored.set(node, value)
    }
    return value
  }

  #scalar(scalar: YamlScalar): JsonValue {
    const value = resolveScalar(scalar, this.#dialect)
    return value instanceof ScalarFailure ? this.#fail(value.message, scalar) : value
  }

  #mapping(mapping: YamlMapping): JsonValue {
    const object = emptyObject()
    const merges: YamlEntry[] = []
    for (const entry of mapping.entries) {
      const { key, value } = entry
      if (isMergeKey(key)) {
        // Engine B merges where the key stands; engine A lets every written key win.
        if (this.#dialect === "sigs") this.#merge(value, object)
        else merges.push(entry)
        continue
      }
      const name = this.#key(key, mapping === this.#root)
      if (name !== undefined) object[name] = this.#value(value)
    }
    return merges.length === 0 ? object : this.#withMerges(object, merges)
  }

  #withMerges(own: MutableJsonObject, merges: readonly YamlEntry[]): JsonValue {
    const object = emptyObject()
    for (const { value } of merges) this.#merge(value, object)
    return Object.assign(object, own)
  }

  #merge(value: YamlNode, into: MutableJsonObject): void {
    if (value.kind === "sequence") {
      // Earlier mappings of the list take precedence.
      for (let index = value.items.length - 1; index >= 0; index--) {
        const item = value.items[index]
        if (item !== undefined) this.#mergeMapping(item, into)
      }
    } else this.#mergeMapping(value, into)
  }

  #mergeMapping(source: YamlNode, into: MutableJsonObject): void {
    const mapping = source.kind === "alias" ? source.target : source
    if (mapping.kind === "mapping") Object.assign(into, this.#value(source))
    else this.#fail("a merge key `<<` takes a mapping or a list of mappings", source)
  }

  #key(key: YamlNode, isTopLevel: boolean): string | undefined {
    const node = key.kind === "alias" ? key.target : key
    if (node.kind !== "scalar") {
      this.#fail(keyMessage(node, this.#text), key)
      return undefined
    }
    if (this.#dialect === "kustomize" && !isTopLevel && !isStringKey(node)) {
      this.#fail(
        `the key \`${node.text}\` is no string, and kustomize cannot write such a mapping`,
        key,
      )
      return undefined
    }
    const name = resolveKey(node, this.#dialect)
    if (!(name instanceof ScalarFailure)) return name
    this.#fail(name.message, key)
    return undefined
  }

  #refuseDuplicates(document: YamlDocument): void {
    for (const { key, start, end } of document.duplicateKeys) {
      this.#errors.push({ message: `the key \`${key}\` stands twice in one mapping`, start, end })
    }
  }

  #fail(message: string, node: YamlNode): null {
    this.#errors.push({ message, start: node.start, end: node.end })
    return null
  }
}

/** `{{ .Values.name }}` without quotes reads as a mapping that is the key of a mapping. */
function keyMessage(key: YamlMapping | YamlSequence, text: string): string {
  if (key.kind === "sequence") return "a list is used as a key"
  const isTemplate = text.startsWith("{{", key.start - 1)
  return isTemplate ? "a template in `{{…}}` needs quotes" : "a mapping is used as a key"
}
