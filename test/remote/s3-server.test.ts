import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { unpackFiles } from "../../src/build/remote/packed-files.ts"
import type { BucketSource, RemoteChart } from "../../src/build/remote/remote-sources.ts"
import { run } from "../../src/build/remote/testdata/remote.ts"
import { builtServer, type ServerProgram, startServerProgram } from "../support/server-program.ts"

const { path: program, isThere } = builtServer("s3")

const folder = mkdtempSync(join(tmpdir(), "sluice-s3-"))
const accessKey = { id: "AKIAEXAMPLE", secret: "a+secret/of=forty" }

describe.skipIf(!isThere)("a server of S3 that checks signatures", () => {
  let gateway: ServerProgram | undefined
  const names = Array.from({ length: 1100 }, (_, index) => `many/${index}.yaml`)

  beforeAll(async () => {
    for (const part of ["data/fleet", "sidecar"]) mkdirSync(join(folder, part), { recursive: true })
    for (const name of ["apps/a b+c=ä~(1).yaml", "infra/b.yaml", ...names]) {
      const path = join(folder, "data/fleet", name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, `# ${name}\n`)
    }
    gateway = await startServerProgram(program, {
      arguments: (port) => [`127.0.0.1:${port}`, join(folder, "data"), join(folder, "sidecar")],
      environment: { ROOT_ACCESS_KEY: accessKey.id, ROOT_SECRET_KEY: accessKey.secret },
      // Without a signature it refuses, and that is an answer.
      isReady: async (port) => (await fetch(`http://127.0.0.1:${port}/`)).status > 0,
    })
  })

  afterAll(async () => {
    await gateway?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const ask = (more: Partial<BucketSource> = {}): Promise<RemoteChart> =>
    run().artifact({
      source: {
        ...{ kind: "bucket", url: `s3.example:${gateway?.port}`, insecure: true, bucket: "fleet" },
        ...{ prefix: "", access: { accessKey }, needsKey: true, ...more },
      },
      ...{ name: "Bucket flux-system/fleet", chart: "", version: "", offline: false },
    })

  const pathsOf = (found: RemoteChart): readonly string[] => {
    expect(found).toMatchObject({ status: "found" })
    return found.status === "found" ? [...unpackFiles(found.archive).keys()] : []
  }

  test("gives the objects, whatever their keys are made of", async () => {
    expect(pathsOf(await ask({ ignore: "/many\n" }))).toEqual([
      ...["apps/a b+c=ä~(1).yaml", "infra/b.yaml"],
    ])
    expect(pathsOf(await ask({ prefix: "infra/" }))).toEqual(["infra/b.yaml"])
  })

  test("gives more objects than one page has", async () => {
    expect(pathsOf(await ask({ prefix: "many/" })).length).toBe(names.length)
  })

  test.each<readonly [string, Partial<BucketSource>]>([
    ["another key", { access: { accessKey: { ...accessKey, secret: "another" } } }],
    ["no key", { access: {}, needsKey: false }],
  ])("refuses %s", async (_, more) => {
    expect(await ask(more)).toMatchObject({
      status: "unavailable",
      reason: expect.stringContaining("forbids it (403)"),
    })
  })

  test("does not have another bucket", async () => {
    expect(await ask({ bucket: "absent" })).toMatchObject({
      status: "unavailable",
      reason: expect.stringContaining("is not there (404)"),
    })
  })
})
