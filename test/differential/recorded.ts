import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { projectRoot } from "./places.ts"

/** `UPDATE=1` asks all programs anew and writes down what they agree with; `LIVE=1` asks all and writes nothing. */
const update = process.env.UPDATE === "1"
const live = update || process.env.LIVE === "1"
const today = new Date().toISOString().slice(0, 10)

/**
 * Which results a program has confirmed before. To run every program on the whole corpus takes ten minutes, so a result
 * that has not changed since it was confirmed is asked for again only now and then: each day another twentieth.
 */
export class Recorded {
  readonly #file: string
  readonly #oracle: string
  readonly #confirmed: ReadonlyMap<string, string>
  readonly #fresh = new Map<string, string>()

  constructor(name: string, oracle: string) {
    this.#file = join(projectRoot, `test/differential/recorded/${name}.txt`)
    this.#oracle = oracle
    this.#confirmed = existsSync(this.#file) ? readEntries(this.#file) : new Map()
  }

  /** Whether this very result for this very input has been confirmed, and is not in today's sample. */
  isConfirmed(question: string, result: string): boolean {
    const key = shortDigest(`${this.#oracle}\0${question}`)
    const isSampled = Number.parseInt(shortDigest(`${key}${today}`).slice(0, 4), 16) % 20 === 0
    return !live && !isSampled && this.#confirmed.get(key) === shortDigest(result)
  }

  /** Notes that the program gives this result, too. */
  confirm(question: string, result: string): void {
    this.#fresh.set(shortDigest(`${this.#oracle}\0${question}`), shortDigest(result))
  }

  /** Writes the file anew, when `UPDATE=1` asks for it. */
  save(): void {
    if (!update) return
    const lines = [...this.#fresh].map(([key, result]) => `${key} ${result}\n`).sort()
    mkdirSync(dirname(this.#file), { recursive: true })
    writeFileSync(this.#file, lines.join(""))
  }
}

function readEntries(file: string): ReadonlyMap<string, string> {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n")
  return new Map(lines.map((line) => [line.slice(0, 12), line.slice(13)]))
}

function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12)
}
