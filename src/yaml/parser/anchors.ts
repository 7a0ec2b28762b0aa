import type { YamlLimits } from "../limits.ts"
import type { YamlError, YamlMapping, YamlScalar, YamlSequence } from "../node.ts"

type Target = YamlMapping | YamlSequence | YamlScalar

/** An anchor; its node is missing while the value is still being read. */
interface Anchor {
  target: Target | undefined
  size: number
}

/** What an alias stands for. */
export interface AliasTarget {
  readonly target: Target
  /** Nodes, with the aliases inside followed. */
  readonly size: number
}

/** Of aliases in one document; a file with more has other troubles. */
const MOST_ERRORS = 100

const NOTHING: YamlScalar = {
  kind: "scalar",
  start: 0,
  end: 0,
  anchor: undefined,
  tag: undefined,
  text: "",
  style: "plain",
  indent: -1,
}

/** The anchors of one document, and what its aliases get wrong. */
export class Anchors {
  readonly errors: YamlError[] = []
  readonly #anchors = new Map<string, Anchor>()

  /** Call it before the anchored value is read; the latest anchor of a name counts. */
  open(name: string): Anchor {
    const anchor: Anchor = { target: undefined, size: 0 }
    this.#anchors.set(name, anchor)
    return anchor
  }

  resolve(name: string, start: number, end: number): AliasTarget {
    const anchor = this.#anchors.get(name)
    if (anchor?.target !== undefined) return { target: anchor.target, size: anchor.size }
    const message =
      anchor === undefined
        ? `no anchor \`&${name}\` stands before the alias \`*${name}\``
        : `the alias \`*${name}\` stands inside the value that it refers to`
    if (this.errors.length < MOST_ERRORS) this.errors.push({ message, start, end })
    return { target: NOTHING, size: 1 }
  }
}

/** What is wrong with a document whose `written` nodes stand for `size` nodes, or undefined. */
export function findExpansion(
  written: number,
  size: number,
  limits: YamlLimits,
): string | undefined {
  const { aliasedNodes, aliasRatio, aliasRatioFrom } = limits
  const isRatioTooHigh = size > aliasRatioFrom && size > aliasRatio * written
  if (size - written <= aliasedNodes && !isRatioTooHigh) return undefined
  const count = size > 1e12 ? "more than a trillion" : size.toLocaleString("en")
  return `the aliases make ${count} values of the ${written.toLocaleString("en")} that are written`
}
