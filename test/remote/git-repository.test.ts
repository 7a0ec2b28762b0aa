import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { GitReference } from "../../src/build/remote/git-reference.ts"
import {
  formatLock,
  type Lock,
  type LockEntry,
  lockKey,
  parseLock,
} from "../../src/build/remote/lock.ts"
import { lockedSources } from "../../src/build/remote/locked-sources.ts"
import { unpackFiles } from "../../src/build/remote/packed-files.ts"
import type {
  GitSource,
  RemoteChart,
  RemoteChartRequest,
} from "../../src/build/remote/remote-sources.ts"
import { memoryCache, run, sha256 } from "../../src/build/remote/testdata/remote.ts"
import type { TestServer } from "../../src/host/fetch/testdata/server.ts"
import { gitFolder, serveGit } from "./git-server.ts"

const folder = gitFolder()
const commits: Record<string, string> = {}
let server: TestServer

beforeAll(async () => {
  const of = (text: string) => ({ "version.txt": text, "apps/a.yaml": `a: ${text}\n` })
  commits.one = folder.commit("apps", of("1.0.0"))
  folder.git("apps", "tag", "v1.0.0")
  commits.two = folder.commit("apps", of("1.2.0"))
  folder.git("apps", "-c", "user.name=a", "-c", "user.email=a", "tag", "-a", "1.2.0", "-m", "two")
  commits.rc = folder.commit("apps", of("2.0.0-rc.1"))
  folder.git("apps", "tag", "v2.0.0-rc.1")
  commits.main = folder.commit("apps", {
    "version.txt": "main",
    "README.md": "root",
    "link.txt": { link: "/etc/passwd" },
    "apps/a.yaml": "a: main\n",
    "apps-old/b.yaml": "b: main\n",
    "infra/c.yaml": "c: main\n",
  })
  folder.git("apps", "update-ref", "refs/pull/7/head", commits.one)
  commits.other = folder.commit("apps", of("other"), "release/1.x")
  commits.master = folder.commit("apps", of("master"), "master")
  server = await serveGit(folder.path)
})

afterAll(async () => {
  await server.close()
  folder.remove()
})

function ask(
  reference: GitReference,
  more: Partial<GitSource> = {},
  offline = false,
): RemoteChartRequest<GitSource> {
  return {
    source: {
      ...{ kind: "git", url: `http://git.example:${server.port}/apps.git`, access: {} },
      ...{ reference, submodules: false, ...more },
    },
    ...{ name: "GitRepository flux-system/apps", chart: "", version: "", offline },
  }
}

function filesOf(found: RemoteChart): Readonly<Record<string, string>> {
  expect(found).toMatchObject({ status: "found" })
  if (found.status !== "found") return {}
  const decoder = new TextDecoder()
  return Object.fromEntries(
    [...unpackFiles(found.archive)].map(([path, bytes]) => [path, decoder.decode(bytes)]),
  )
}

describe("a GitRepository is had at what its reference names", () => {
  test.each<readonly [GitReference, string, string]>([
    [{ by: "branch", branch: "main" }, "main", "main"],
    [{ by: "branch", branch: "release/1.x" }, "other", "other"],
    [{ by: "tag", tag: "v1.0.0" }, "one", "1.0.0"],
    [{ by: "tag", tag: "1.2.0" }, "two", "1.2.0"],
    [{ by: "name", name: "refs/pull/7/head" }, "one", "1.0.0"],
    [{ by: "name", name: "refs/tags/1.2.0" }, "two", "1.2.0"],
    [{ by: "semver", semver: ">=1.0.0" }, "two", "1.2.0"],
    [{ by: "semver", semver: ">=1.0.0-0" }, "rc", "2.0.0-rc.1"],
    [{ by: "semver", semver: "1.0.x" }, "one", "1.0.0"],
  ])("%j", async (reference, commit, version) => {
    const found = await run().artifact(ask(reference))
    expect(found).toMatchObject({ version: commits[commit] })
    expect(filesOf(found)).toMatchObject({ "version.txt": version })
  })

  test("a commit, with and without its branch", async () => {
    for (const branch of [{}, { branch: "main" }]) {
      const found = await run().artifact(
        ask({ by: "commit", commit: commits.two ?? "", ...branch }),
      )
      expect(filesOf(found)).toMatchObject({ "version.txt": "1.2.0" })
    }
  })

  test("a commit of a server that gives none by its id", async () => {
    folder.git("apps", "config", "uploadpack.allowAnySHA1InWant", "false")
    const old = await serveGit(folder.path, {
      before: (request) => {
        // The first protocol: only what is advertised may be asked for.
        delete request.headers["git-protocol"]
        return false
      },
    })
    const url = `http://git.example:${old.port}/apps.git`
    const commit = commits.two ?? ""
    const found = await run().artifact(ask({ by: "commit", commit, branch: "main" }, { url }))
    expect(filesOf(found)).toMatchObject({ "version.txt": "1.2.0" })
    await old.close()
  })

  test("symbolic links are left out, as Flux leaves them out", async () => {
    const files = filesOf(await run().artifact(ask({ by: "branch", branch: "main" })))
    expect(Object.keys(files).sort()).toEqual([
      ...["README.md", "apps-old/b.yaml", "apps/a.yaml", "infra/c.yaml", "version.txt"],
    ])
  })

  test("folders of `sparseCheckout`, with the files of the root", async () => {
    const main: GitReference = { by: "branch", branch: "main" }
    const files = filesOf(await run().artifact(ask(main, { folders: ["infra"] })))
    expect(Object.keys(files).sort()).toEqual(["README.md", "infra/c.yaml", "version.txt"])
    expect(await run().artifact(ask(main, { folders: ["infra", "absent"] }))).toMatchObject({
      reason: "it has no folder `absent` (`sparseCheckout`)",
    })
  })

  test.each<readonly [GitReference, string]>([
    [{ by: "branch", branch: "absent" }, "it has no branch `absent`"],
    [{ by: "branch", branch: "*" }, "it has no branch `*`"],
    [{ by: "tag", tag: "--upload-pack=touch x" }, "it has no tag `--upload-pack=touch x`"],
    [{ by: "name", name: "main" }, "it has no ref `main`"],
    [{ by: "semver", semver: "9.x" }, "none of its tags is in the range `9.x`"],
    [{ by: "commit", commit: "HEAD" }, "`HEAD` is no full commit"],
    [{ by: "commit", commit: "1".repeat(40) }, "git.example does not have the commit"],
  ])("%j is not there, and said so", async (reference, reason) => {
    expect(await run().artifact(ask(reference))).toEqual({ status: "unavailable", reason })
  })
})

describe("what was fetched", () => {
  const main: GitReference = { by: "branch", branch: "main" }

  test("is not fetched again while the branch stands still", async () => {
    const cache = memoryCache()
    const first = await run(cache).artifact(ask(main))
    const before = server.requests.length
    expect(await run(cache).artifact(ask(main))).toEqual(first)
    expect(server.requests.slice(before).some((one) => one.includes("info/refs"))).toBe(true)
    // A commit that is there needs no question at all.
    const middle = server.connections()
    const commit: GitReference = { by: "commit", commit: commits.main ?? "" }
    expect(filesOf(await run(cache).artifact(ask(commit)))).toMatchObject({ "version.txt": "main" })
    expect(server.connections()).toBe(middle)
  })

  test("serves a run without the network, and nothing else does", async () => {
    const cache = memoryCache()
    await run(cache).artifact(ask(main))
    const before = server.connections()
    expect(filesOf(await run(cache).artifact(ask(main, {}, true)))).toMatchObject({
      "version.txt": "main",
    })
    expect(await run().artifact(ask(main, {}, true))).toEqual({
      ...{ status: "unavailable", reason: "--offline" },
    })
    expect(server.connections()).toBe(before)
  })

  test("a branch that has moved on is held by the lock", async () => {
    folder.commit("moving", { "a.yaml": "before\n" })
    const url = `http://git.example:${server.port}/moving.git`
    const entries = new Map<string, LockEntry>()
    const first = lockedSources(run(), {
      ...{ lock: new Map(), cache: memoryCache(), digest: sha256 },
      onFetched: (entry) => void entries.set(lockKey(entry), entry),
    })
    const before = await first.artifact(ask(main, { url }))
    const lock = parseLock(formatLock(entries))
    if ("error" in lock) throw new Error(lock.error)
    expect([...lock.values()]).toMatchObject([{ source: url, asks: "branch main" }])
    folder.commit("moving", { "a.yaml": "after\n" })
    const hold = (held: Lock) =>
      lockedSources(run(), { lock: held, cache: memoryCache(), digest: sha256 })
    expect(await hold(lock).artifact(ask(main, { url }))).toEqual(before)
    // Other content under the commit of the lock is not used.
    const wrong = new Map(
      [...lock].map(([key, entry]) => [key, { ...entry, digest: `sha256:${"0".repeat(64)}` }]),
    )
    expect(await hold(wrong).artifact(ask(main, { url }))).toMatchObject({
      status: "unavailable",
      reason: expect.stringContaining("has changed since sluice.lock was written"),
    })
  })

  test("is another one's for who asks with other credentials", async () => {
    const cache = memoryCache()
    const closed = await serveGit(folder.path, { authorization: `Basic ${btoa("me:word")}` })
    const url = `http://git.example:${closed.port}/apps.git`
    const login = { username: "me", password: "word" }
    const commit: GitReference = { by: "commit", commit: commits.main ?? "" }
    filesOf(await run(cache).artifact(ask(commit, { url, access: { login } })))
    for (const offline of [false, true])
      expect(await run(cache).artifact(ask(commit, { url }, offline))).toMatchObject({
        status: "unavailable",
      })
    await closed.close()
  })
})
