import { existsSync } from "node:fs"
import { join, resolve } from "node:path"
import { diffLines } from "diff"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { rules } from "../../rules/index.ts"
import { cachedEngine } from "../../src/build/cached-engine.ts"
import type { Engine } from "../../src/build/engine.ts"
import type { Host } from "../../src/build/host.ts"
import { defaultSettings } from "../../src/check/enabled-rules.ts"
import { keepsComments } from "../../src/fix/comments.ts"
import type { FixOutcome } from "../../src/fix/fix-rounds.ts"
import { nodeFiles } from "../../src/host/node-files.ts"
import { sha256 } from "../../src/host/node-host.ts"
import { packageSchemas } from "../../src/host/package-schemas.ts"
import { fixWorkspace, openWorkspace } from "../../src/lint.ts"
import { overlaidFiles } from "../../src/load/overlaid-files.ts"
import { resourceKey, type Workspace } from "../../src/model/index.ts"
import { createQuickEngine } from "../support/quick-engine.ts"
import { memoryCache } from "./memory-cache.ts"

const corpus = resolve(import.meta.dirname, "../../../shared/corpus")
const isHere = existsSync(corpus)

/** Repositories of the days before Flux 2.3, and how many findings go when they are made ready for Flux 2.9. */
const old = [
  { name: "toboshii__home-ops", fixed: 121, left: 10 },
  { name: "EOEPCA__eoepca", fixed: 46, left: 3 },
  { name: "truxnell__home-cluster", fixed: 214, left: 13 },
] as const

/** Rules of versions and fields: all that they find here can be fixed. */
const apiRules: ReadonlySet<string> = new Set([
  "api-version-deprecated",
  "api-version-removed",
  "field-removed",
  "nested-api-version-removed",
  "unknown-field",
])

/** Every line of an object that may change, without its indentation; the others stay byte for byte. */
const changed =
  /^(?:- )?(?:apiVersion: |validation: |ingress[cC]lass[nN]ame: |patchesJson6902:|patches:|patch:|recreate: )/u

let engine: Engine
beforeAll(() => {
  engine = createQuickEngine({ concurrency: 2, timeoutMs: 300_000 })
})
afterAll(() => engine.close())

describe.skipIf(!isHere)("check --fix on the old repositories of the corpus", () => {
  describe.each(old)("$name", ({ name, fixed, left }) => {
    let before: Workspace
    let outcome: FixOutcome
    beforeAll(async () => {
      before = await openWorkspace(requestFor(name), hostFor(name))
      outcome = await fix(name, before, hostFor(name))
    })

    test("leaves none of the findings on versions and fields", () => {
      const found = outcome.result.findings.filter(({ rule }) => apiRules.has(rule))
      expect(found).toEqual([])
      expect(outcome.result.crashes).toEqual([])
      expect(outcome.fixed).toHaveLength(fixed)
      expect(outcome.result.findings).toHaveLength(left)
    })

    test("touches only what it says, and keeps every comment", () => {
      for (const [path, text] of outcome.texts) {
        const was = before.file(path)?.source.text ?? ""
        expect(keepsComments(was, text), path).toBe(true)
        // What the new fields of a kustomization file are worth, the build says.
        if (path.endsWith("/kustomization.yaml")) continue
        for (const line of changedLines(was, text)) expect(line, path).toMatch(changed)
      }
    })

    test("gives the clusters what they had", () => {
      const [was, is] = [objectsOf(before), objectsOf(outcome.workspace)]
      expect([...is.keys()]).toEqual([...was.keys()])
      expect([...is].filter(([key, manifest]) => was.get(key) !== manifest)).toEqual([])
    })

    test("finds nothing more to do the second time", async () => {
      const host = hostFor(name)
      const { root } = requestFor(name)
      const files = overlaidFiles(host.files, root, outcome.texts)
      const again = { ...host, files }
      const { texts } = await fix(name, await openWorkspace(requestFor(name), again), again)
      expect([...texts]).toEqual([])
    })
  })
})

function requestFor(name: string): Parameters<typeof openWorkspace>[0] {
  return {
    root: join(corpus, "repos", name),
    options: {
      ...{ localSources: {}, external: [], apiVersions: [], exclude: [] },
      ...{ flux: "2.9", render: "engine", offline: true, mirrors: [join(corpus, "charts")] },
    },
  }
}

const cache = memoryCache()

function hostFor(label: string): Host {
  return {
    files: nodeFiles({}),
    engine: cachedEngine(engine, { cache, toolVersion: "0.0.0", label, digest: sha256 }),
    ...{ cache, schemas: packageSchemas, digest: sha256, now: () => 0 },
  }
}

async function fix(name: string, workspace: Workspace, host: Host): Promise<FixOutcome> {
  const how = {
    settings: defaultSettings,
    applicability: "safe",
    refusal: () => undefined,
  } as const
  return await fixWorkspace(workspace, { ...requestFor(name), ...how, rules }, host)
}

function changedLines(before: string, after: string): readonly string[] {
  return diffLines(before, after)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ value }) => value.trimEnd().split("\n"))
    .map((line) => line.trim())
}

/** What is applied: Flux's own objects by name, all others as they are, apart from a field that was misspelt. */
function objectsOf({ clusters }: Workspace): ReadonlyMap<string, string> {
  return new Map(
    clusters.flatMap(({ name, resources }) =>
      resources.map(({ id, manifest, server }) => [
        `${name}: ${resourceKey(id, server)}`,
        id.group.endsWith(".toolkit.fluxcd.io")
          ? ""
          : JSON.stringify(manifest).replaceAll("ingressclassname", "ingressClassName"),
      ]),
    ),
  )
}
