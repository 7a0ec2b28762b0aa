import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { createRemoteSources } from "../../src/build/remote/create-remote-sources.ts"
import type { Git } from "../../src/build/remote/git.ts"
import { unpackFiles } from "../../src/build/remote/packed-files.ts"
import type { GitSource, RemoteChart } from "../../src/build/remote/remote-sources.ts"
import { memoryCache, run, sha256 } from "../../src/build/remote/testdata/remote.ts"
import { guardedNetwork } from "../../src/host/fetch/guarded-network.ts"
import { listen } from "../../src/host/fetch/testdata/server.ts"
import type { GitOptions } from "../../src/host/git/git-session.ts"
import { guardedGit } from "../../src/host/git/guarded-git.ts"
import { type GitFolder, gitFolder, serveGit } from "./git-server.ts"

const folder: GitFolder = gitFolder()
let server: Awaited<ReturnType<typeof serveGit>>
let commit = ""

beforeAll(async () => {
  commit = folder.commit("apps", { "a.yaml": "a: 1\n" })
  server = await serveGit(folder.path)
})

afterAll(async () => {
  await server.close()
  folder.remove()
})

const loopback = { address: "127.0.0.1", family: 4 }
/** Stands for a host of the internet; nothing listens there unless a test does. */
const outside = { address: "127.0.0.2", family: 4 }

function ask(sources: ReturnType<typeof run>, url: string, more: Partial<GitSource> = {}) {
  return sources.artifact({
    source: {
      ...{ kind: "git", url, access: {}, submodules: false },
      ...{ reference: { by: "branch", branch: "main" }, ...more },
    },
    ...{ name: "GitRepository flux-system/apps", chart: "", version: "", offline: false },
  })
}

function sourcesOf(options: Partial<GitOptions>) {
  const git: Git = guardedGit({ environment: process.env, ...options })
  const network = guardedNetwork({ toolVersion: "test", offline: true })
  const world = { git, network, cache: memoryCache(), digest: sha256 }
  return createRemoteSources({ ...world, untrusted: options.untrusted === true })
}

describe("an address that is none of git over http, https or ssh", () => {
  test.each([
    "ext::sh -c touch% /tmp/sluice-was-here",
    "file:///etc",
    "/etc",
    "../apps",
    "git://git.example/apps.git",
    "git@git.example:apps.git",
    "--upload-pack=touch /tmp/sluice-was-here",
    "-u touch /tmp/sluice-was-here",
    "ssh://-oProxyCommand=touch/apps.git",
    "ssh://%2DoProxyCommand=touch/apps.git",
    "ssh://-lroot@git.example/apps.git",
    "ssh://git@git.example%0aProxyCommand%20touch/apps.git",
    "http://git.example/apps.git\nhost",
    "ftp://git.example/apps.git",
    "data:text/plain,a",
  ])("%s is not fetched", async (url) => {
    expect(await ask(run(), url)).toEqual({
      ...{ status: "unavailable", reason: "its address is not one of http, https or ssh" },
    })
    expect(existsSync("/tmp/sluice-was-here")).toBe(false)
  })
})

describe("no connection is made to this machine or its network", () => {
  const hosts = [
    ...["127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "[::1]"],
    ...["[::ffff:127.0.0.1]", "localhost", "LOCALHOST.", "127.0.0.1.", "①②⑦.0.0.1"],
  ]
  test.each(hosts)("http://%s", async (host) => {
    const before = server.connections()
    const found = await ask(sourcesOf({}), `http://${host}:${server.port}/apps.git`)
    expect(found).toMatchObject({ status: "unavailable" })
    expect(found).toMatchObject({ reason: expect.stringContaining("is not on the internet") })
    expect(server.connections()).toBe(before)
  })

  test.each(["127.0.0.1", "0x7f000001", "localhost", "[::1]"])("ssh://%s", async (host) => {
    const listener = await listen((_request, response) => void response.end())
    const ssh = { identity: "key", knownHosts: "" }
    const found = await ask(sourcesOf({}), `ssh://git@${host}:${listener.port}/a.git`, {
      access: { ssh },
    })
    expect(found).toMatchObject({ reason: expect.stringContaining("is not on the internet") })
    expect(listener.connections()).toBe(0)
    await listener.close()
  })

  test("a name that leads there is refused by its address", async () => {
    const before = server.connections()
    const found = await ask(
      sourcesOf({ resolve: async () => [loopback] }),
      `http://git.example:${server.port}/apps.git`,
    )
    expect(found).toEqual({
      status: "unavailable",
      reason:
        "git.example (127.0.0.1) is not on the internet, and --allow-private-hosts is not given",
    })
    expect(server.connections()).toBe(before)
  })

  test("a name that changes its mind leads to the address that was judged", async () => {
    let asked = 0
    const rebinding = sourcesOf({
      isAllowed: (address) => address === outside.address,
      resolve: async () => [asked++ === 0 ? outside : loopback],
    })
    const before = server.connections()
    // Nothing listens on the address that was judged.
    const found = await ask(rebinding, `http://git.example:${server.port}/apps.git`)
    expect(found).toEqual({
      ...{ status: "unavailable", reason: "git.example refuses connections" },
    })
    expect(asked).toBe(1)
    expect(server.connections()).toBe(before)
  })

  /** Sends everyone to another server, and takes note of who comes. */
  const redirecting = (to: () => string) =>
    serveGit(folder.path, {
      before: (request, response) => {
        response.writeHead(302, { location: `${to()}${request.url}` }).end()
        return true
      },
    })
  const login = { username: "me", password: "canary" }

  test("a redirect to it is refused", async () => {
    const target = await serveGit(folder.path)
    const first = await redirecting(() => `http://inside.example:${target.port}`)
    const sources = sourcesOf({
      isAllowed: (address) => address === "127.0.0.1",
      resolve: async (host) => [host === "git.example" ? loopback : outside],
    })
    const found = await ask(sources, `http://git.example:${first.port}/apps.git`)
    expect(found).toMatchObject({
      reason: expect.stringContaining("inside.example (127.0.0.2) is not on the internet"),
    })
    expect(target.connections()).toBe(0)
    await Promise.all([target.close(), first.close()])
  })

  test("a redirect elsewhere is followed, and takes no credentials along", async () => {
    const target = await serveGit(folder.path)
    const first = await redirecting(() => `http://other.example:${target.port}`)
    const url = `http://git.example:${first.port}/apps.git`
    expect(await ask(run(), url, { access: { login } })).toMatchObject({ version: commit })
    expect(first.authorizations[0]).toBe(`Basic ${btoa("me:canary")}`)
    expect(target.authorizations.every((one) => one === undefined)).toBe(true)
    await Promise.all([target.close(), first.close()])
  })

  test.each(["file:///etc", "ext::sh", "ssh://git@git.example"])(
    "a redirect to %s is none, and one without end is given up",
    async (place) => {
      const odd = await redirecting(() => place)
      const endless = await redirecting(() => `http://git.example:${endless.port}`)
      for (const { port } of [odd, endless])
        expect(await ask(run(), `http://git.example:${port}/apps.git`)).toEqual({
          status: "unavailable",
          reason: "git.example redirects to where git may not follow",
        })
      expect(endless.connections()).toBeLessThan(30)
      await Promise.all([odd.close(), endless.close()])
    },
  )

  test("alternates of a plain web server lead nowhere else", async () => {
    const target = await serveGit(folder.path)
    const plain = await serveGit(folder.path, {
      before: (request, response) => {
        const path = (request.url ?? "").split("?")[0] ?? ""
        const files: Readonly<Record<string, string>> = {
          "/apps.git/info/refs": `${commit}\trefs/heads/main\n`,
          "/apps.git/HEAD": "ref: refs/heads/main\n",
          "/apps.git/objects/info/http-alternates": `http://127.0.0.1:${target.port}/apps.git/objects/\n`,
        }
        const file = files[path]
        response.writeHead(file === undefined ? 404 : 200, { "content-type": "text/plain" })
        response.end(file ?? "")
        return true
      },
    })
    expect(await ask(run(), `http://git.example:${plain.port}/apps.git`)).toMatchObject({
      status: "unavailable",
    })
    expect(target.connections()).toBe(0)
    await Promise.all([target.close(), plain.close()])
  })

  test("hosts that are not named are not looked up", async () => {
    let asked = 0
    const sources = sourcesOf({
      ...{ allowHosts: ["github.com"], allowPrivateHosts: true },
      resolve: async () => {
        asked++
        return [loopback]
      },
    })
    const url = `http://git.example:${server.port}/apps.git`
    expect(await ask(sources, url)).toEqual({
      ...{ status: "unavailable", reason: "--allow-host does not name git.example" },
    })
    expect(asked).toBe(0)
  })
})

describe("a submodule", () => {
  const withModule = (name: string, url: string, id = commit): void => {
    folder.commit(name, {
      ".gitmodules": `[submodule "lib"]\n\tpath = lib\n\turl = ${url}\n`,
      lib: { commit: id },
      "own.yaml": "own: 1\n",
    })
  }
  const fetchModule = (name: string, access: GitSource["access"] = {}): Promise<RemoteChart> =>
    ask(run(), `http://git.example:${server.port}/${name}.git`, { submodules: true, access })

  test("is part of the files where `recurseSubmodules` says so", async () => {
    withModule("parent", "../apps.git")
    const found = await fetchModule("parent")
    const files = found.status === "found" ? [...unpackFiles(found.archive).keys()] : []
    expect(files).toEqual([".gitmodules", "lib/a.yaml", "own.yaml"])
    const without = await ask(run(), `http://git.example:${server.port}/parent.git`)
    const own = without.status === "found" ? [...unpackFiles(without.archive).keys()] : []
    expect(own).toEqual([".gitmodules", "own.yaml"])
  })

  test.each([
    "ext::sh -c touch% /tmp/sluice-was-here",
    "file:///etc",
    "/etc",
    "--upload-pack=touch /tmp/sluice-was-here",
    "ssh://-oProxyCommand=touch/a",
  ])("of %s is not fetched, and says so", async (url) => {
    withModule("hostile", url)
    expect(await fetchModule("hostile")).toEqual({
      status: "unavailable",
      reason: "its submodule `lib` has an address that is not one of http, https or ssh",
    })
    expect(existsSync("/tmp/sluice-was-here")).toBe(false)
  })

  test("on another host gets no credentials of its parent", async () => {
    const other = await serveGit(folder.path)
    withModule("leaking", `http://other.example:${other.port}/apps.git`)
    const login = { username: "me", password: "canary" }
    expect(await fetchModule("leaking", { login })).toMatchObject({ status: "found" })
    expect(server.authorizations.at(-1)).toBe(`Basic ${btoa("me:canary")}`)
    expect(other.authorizations.length).toBeGreaterThan(0)
    expect(other.authorizations.every((one) => one === undefined)).toBe(true)
    await other.close()
  })

  test("on a private host is refused as its parent would be", async () => {
    const inside = await serveGit(folder.path)
    withModule("inward", `http://inside.example:${inside.port}/apps.git`)
    const sources = sourcesOf({
      isAllowed: (address) => address === "127.0.0.1",
      resolve: async (host) => [host === "git.example" ? loopback : outside],
    })
    const url = `http://git.example:${server.port}/inward.git`
    const found = await ask(sources, url, { submodules: true })
    expect(found).toMatchObject({ reason: expect.stringContaining("is not on the internet") })
    expect(inside.connections()).toBe(0)
    await inside.close()
  })

  test("that has itself as a submodule ends", async () => {
    const first = folder.commit("loop", { "a.yaml": "a: 1\n" })
    withModule("loop", "./", first)
    const inner = folder.git("loop", "rev-parse", "HEAD")
    for (let depth = 0, id = inner; depth < 12; depth++) {
      withModule("loop", "../loop.git", id)
      id = folder.git("loop", "rev-parse", "HEAD")
    }
    expect(await fetchModule("loop")).toMatchObject({
      status: "unavailable",
      reason: expect.stringContaining("is one too many"),
    })
  })
})

describe("a tree that git itself would not write", () => {
  /** A commit whose tree has an entry of this name. */
  const planted = (name: string, mode: string, content: string): void => {
    const { git, path } = folder
    folder.commit("planted", { "a.yaml": "a: 1\n" })
    const blob = writeObject(join(path, "planted.git"), "blob", Buffer.from(content))
    const entry = Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(blob, "hex")])
    const tree = writeObject(join(path, "planted.git"), "tree", entry)
    const id = git(
      "planted",
      "-c",
      "user.name=a",
      "-c",
      "user.email=a",
      "commit-tree",
      tree,
      "-m",
      "a",
    )
    git("planted", "update-ref", "refs/heads/main", id)
  }

  test.each(["..", "../a", "../../etc/passwd", ".git", "/etc/passwd", "a\\b", "C:a"])(
    "with the entry %s is not used",
    async (name) => {
      planted(name, "100644", "hostile")
      expect(await ask(run(), `http://git.example:${server.port}/planted.git`)).toEqual({
        ...{ status: "unavailable", reason: "a path leads out of it" },
      })
    },
  )

  test("with a symbolic link leaves it out", async () => {
    planted("link", "120000", "/etc/passwd")
    const found = await ask(run(), `http://git.example:${server.port}/planted.git`)
    expect(found.status === "found" && unpackFiles(found.archive).size).toBe(0)
  })
})

function writeObject(repository: string, type: string, content: Buffer): string {
  return execFileSync("git", ["hash-object", "-t", type, "-w", "--stdin", "--literally"], {
    ...{ cwd: repository, input: content, encoding: "utf8" },
  }).trim()
}

describe("a server that does not end", () => {
  const silent = () => serveGit(folder.path, { before: () => true })

  test("is given up, with git and all that it has started", async () => {
    const hanging = await silent()
    const sources = sourcesOf({
      ...{ allowPrivateHosts: true, resolve: async () => [loopback], timeoutMs: 300 },
    })
    expect(await ask(sources, `http://git.example:${hanging.port}/apps.git`)).toEqual({
      ...{ status: "unavailable", reason: "git.example did not answer in time" },
    })
    await hanging.close()
  })

  test("is given up when the run is", async () => {
    const hanging = await silent()
    const signal = AbortSignal.timeout(200)
    const sources = sourcesOf({
      ...{ allowPrivateHosts: true, resolve: async () => [loopback], signal },
    })
    expect(await ask(sources, `http://git.example:${hanging.port}/apps.git`)).toEqual({
      ...{ status: "unavailable", reason: "the run was broken off" },
    })
    await hanging.close()
  })

  test("sends no more than there is room for", async () => {
    // Bytes that do not compress.
    const noise = Array.from({ length: 40_000 }, (_, index) => sha256(String(index))).join("")
    folder.commit("large", { "noise.txt": noise })
    const sources = sourcesOf({
      ...{ allowPrivateHosts: true, resolve: async () => [loopback], maxPackBytes: 100_000 },
    })
    expect(await ask(sources, `http://git.example:${server.port}/large.git`)).toEqual({
      ...{ status: "unavailable", reason: "git.example sends more than is taken" },
    })
  })
})

test("a machine without git says so", async () => {
  const sources = sourcesOf({ environment: { PATH: "/nowhere" }, allowPrivateHosts: true })
  expect(await ask(sources, `http://127.0.0.1:${server.port}/apps.git`)).toEqual({
    ...{ status: "unavailable", reason: "there is no `git` here" },
  })
})

test("nothing is asked offline", async () => {
  const before = server.connections()
  const sources = sourcesOf({ offline: true, allowPrivateHosts: true })
  expect(await ask(sources, `http://127.0.0.1:${server.port}/apps.git`)).toEqual({
    ...{ status: "unavailable", reason: "--offline" },
  })
  expect(server.connections()).toBe(before)
})
