import { existsSync, readdirSync } from "node:fs"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Lexer } from "yaml"
import { rules } from "../../rules/index.ts"
import { cachedEngine } from "../../src/build/cached-engine.ts"
import type { Engine } from "../../src/build/engine.ts"
import type { Host } from "../../src/build/host.ts"
import { defaultSettings } from "../../src/check/enabled-rules.ts"
import type { FixOutcome } from "../../src/fix/fix-rounds.ts"
import { nodeFiles } from "../../src/host/node-files.ts"
import { sha256 } from "../../src/host/node-host.ts"
import { packageSchemas } from "../../src/host/package-schemas.ts"
import { fixWorkspace, openWorkspace } from "../../src/lint.ts"
import { overlaidFiles } from "../../src/load/overlaid-files.ts"
import type { Workspace } from "../../src/model/index.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import { memoryCache } from "./memory-cache.ts"

const corpus = resolve(import.meta.dirname, "../../../shared/corpus/repos")
const repositories = existsSync(corpus) ? readdirSync(corpus).sort() : []

let engine: Engine
beforeAll(() => {
  engine = createQuickEngine({ concurrency: 2, timeoutMs: 300_000 })
})
afterAll(() => engine.close())

/** Repositories with nothing to fix prove nothing; how many have something. */
let changed = 0

describe.skipIf(repositories.length === 0)("fixes of the whole corpus", () => {
  test.each(repositories)("%s: fixing twice is fixing once, and comments stay", async (name) => {
    const host = hostFor(name)
    const opened = await openWorkspace(requestFor(name), host)
    const safe = await fix(name, opened, host, "safe")
    for (const [path, text] of safe.texts)
      expect(commentsOf(text), path).toEqual(commentsOf(opened.file(path)?.source.text ?? ""))
    expect(await textsOfSecond(name, safe, host, "safe")).toEqual([])
    const unsafe = await fix(name, opened, host, "unsafe")
    expect(await textsOfSecond(name, unsafe, host, "unsafe")).toEqual([])
    if (safe.texts.size > 0) changed++
  })

  test("several repositories have something to fix", () => {
    expect(changed).toBeGreaterThanOrEqual(5)
  })
})

/** Comments as another YAML reader sees them. */
function commentsOf(text: string): readonly string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith("#")).sort()
}

const cache = memoryCache()

function hostFor(label: string): Host {
  return {
    files: nodeFiles({}),
    engine: cachedEngine(engine, { cache, toolVersion: "0.0.0", label, digest: sha256 }),
    ...{ cache, schemas: packageSchemas, digest: sha256, now: () => 0 },
  }
}

/** Charts are not rendered, which would take minutes: no fix is in what they render. */
function requestFor(name: string): Parameters<typeof openWorkspace>[0] {
  return {
    root: join(corpus, name),
    options: {
      ...{ localSources: {}, external: [], apiVersions: [], exclude: [], mirrors: [] },
      ...{ flux: "2.9", render: "off", offline: true },
    },
  }
}

async function fix(
  name: string,
  opened: Workspace,
  host: Host,
  applicability: "safe" | "unsafe",
): Promise<FixOutcome> {
  const how = { settings: defaultSettings, applicability, refusal: () => undefined, rules }
  return await fixWorkspace(opened, { ...requestFor(name), ...how }, host)
}

/** What a second run would still change; where the first has changed nothing, the second sees the same. */
async function textsOfSecond(
  name: string,
  { texts }: FixOutcome,
  host: Host,
  applicability: "safe" | "unsafe",
): Promise<readonly unknown[]> {
  if (texts.size === 0) return []
  const request = requestFor(name)
  const fixed = { ...host, files: overlaidFiles(host.files, request.root, texts) }
  const opened = await openWorkspace(request, fixed)
  return [...(await fix(name, opened, fixed, applicability)).texts]
}
