import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Engine } from "../../src/build/engine.ts"
import type { JsonObject, JsonValue } from "../../src/yaml/json.ts"
import { canonicalText } from "./canonical.ts"
import { startEngine } from "./engine.ts"
import { inLanes, Reference, readVectors, titled, whySkipped } from "./oracles.ts"
import { generateChain, type ValuesQuestion } from "./values-chains.ts"

type Values =
  | { readonly status: "composed"; readonly values: JsonObject }
  | { readonly status: "failed"; readonly message: string }

type TargetPathVector = readonly [string, string, boolean, JsonValue]

let engine: Engine
let reference: Reference

describe.skipIf(whySkipped !== undefined)(titled("values of a release"), () => {
  beforeAll(() => {
    engine = startEngine()
    reference = new Reference()
  })
  afterAll(async () => {
    await engine.close()
    await reference.close()
  })

  it("are composed from a targetPath as Flux composes them, in all known cases", async () => {
    for (const [targetPath, value, literal, expected] of readVectors<TargetPathVector[]>(
      "target-path.json",
    )) {
      const question = targetPathQuestion(targetPath, value, literal)
      const { composed, flux } = await ask(question)
      expect(composed, `${targetPath}=${value}`).toEqual(flux)
      if (typeof expected !== "string")
        expect(flux).toEqual({ status: "composed", values: expected })
      else
        expect(flux).toMatchObject({
          message: expect.stringContaining(expected.replace(/^E: /, "")),
        })
    }
  })

  it("are composed from 2,500 generated chains of references as Flux composes them", async () => {
    const differences: string[] = []
    let failures = 0
    await inLanes(
      Array.from({ length: 2500 }, (_, seed) => seed),
      4,
      async (seed) => {
        const question = generateChain(seed)
        const { composed, flux } = await ask(question)
        if (flux.status === "failed") failures++
        if (canonicalText(composed) === canonicalText(flux)) return
        differences.push(
          `chain ${seed}: ${canonicalText(flux)} expected, but ${canonicalText(composed)} from ${JSON.stringify(question)}`,
        )
      },
    )
    expect(differences.slice(0, 5)).toEqual([])
    expect(failures).toBeGreaterThan(100)
    expect(failures).toBeLessThan(1500)
  })
})

async function ask(
  question: ValuesQuestion,
): Promise<{ readonly composed: JsonObject; readonly flux: Values & JsonObject }> {
  const [result, flux] = await Promise.all([
    engine.call("values", question),
    reference.ask<Values & { readonly step?: string }>({ op: "values", ...question }),
  ])
  const composed: JsonObject =
    result.status === "composed"
      ? { status: "composed", values: result.values }
      : { status: result.status, message: result.message }
  return {
    composed,
    flux:
      flux.status === "composed"
        ? { status: "composed", values: flux.values }
        : { status: "failed", message: flux.message },
  }
}

function targetPathQuestion(targetPath: string, value: string, literal: boolean): ValuesQuestion {
  return {
    release: {
      apiVersion: "helm.toolkit.fluxcd.io/v2",
      kind: "HelmRelease",
      metadata: { name: "podinfo", namespace: "apps" },
      spec: {
        valuesFrom: [{ kind: "ConfigMap", name: "values", valuesKey: "key", targetPath, literal }],
      },
    },
    objects: [
      {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: { name: "values", namespace: "apps" },
        data: { key: value },
      },
    ],
  }
}
