import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterEach, describe, expect, test } from "vitest"
import { listen, type TestServer } from "../../src/host/fetch/testdata/server.ts"
import { copyRepository } from "../cli/sluice.ts"
import { type Commits, events, type SentEvent } from "./events.ts"
import { git, runStep, type StepOutcome } from "./runner.ts"

interface Checkout extends Commits {
  readonly folder: string
}

const file = "apps/podinfo/settings.yaml"

/** `main` is without mistakes; the branch `change` changes a ConfigMap, and HEAD is the merge that GitHub makes of both. */
function checkout(change: (text: string) => string): Checkout {
  const folder = copyRepository()
  const edit = (path: string, edited: (text: string) => string): void =>
    writeFileSync(join(folder, path), edited(readFileSync(join(folder, path), "utf8")))
  edit("clusters/production/apps.yaml", (text) =>
    text.replace("infrastructur\n", "infrastructure\n"),
  )
  git(folder, "init", "-q", "-b", "main")
  git(folder, "add", "-A")
  git(folder, "commit", "-q", "-m", "all")
  const base = git(folder, "rev-parse", "HEAD")
  git(folder, "switch", "-q", "-c", "change")
  edit(file, change)
  git(folder, "commit", "-q", "-a", "-m", "change")
  const head = git(folder, "rev-parse", "HEAD")
  git(folder, "switch", "-q", "--detach", base)
  git(folder, "merge", "-q", "--no-ff", "-m", "merge", head)
  return { folder, base, head }
}

const region = (text: string): string => text.replace("eu-west-1", "eu-west-2")
const comment = (text: string): string => `# a word\n${text}`

function run(
  folder: string,
  event: SentEvent,
  more: {
    readonly inputs?: Readonly<Record<string, string>>
    readonly environment?: Readonly<Record<string, string>>
  } = {},
): Promise<StepOutcome> {
  const inputs = { diff: "true", offline: "true", cache: "false", ...more.inputs }
  const { environment = {} } = more
  return runStep({ workspace: folder, event, inputs, environment })
}

describe("diff: true", () => {
  test("shows a pull request's change in the job summary, and how many objects it reaches", async () => {
    const { folder, ...commits } = checkout(region)
    const outcome = await run(folder, events.pullRequest(commits))
    expect(outcome).toMatchObject({ code: 0, stderr: "" })
    expect(outcome.summary).toMatch(/^## sluice: no problems/u)
    expect(outcome.summary).toContain(
      "\n## sluice diff: 1 object changes, and no danger was found\n",
    )
    expect(outcome.summary).toContain("\n- data.region: eu-west-1\n+ data.region: eu-west-2\n")
    expect(outcome.outputs.get("changed-resources")).toBe("1")
    const json = readFileSync(outcome.outputs.get("diff-json") ?? "", "utf8")
    expect(JSON.parse(json)).toMatchObject({ version: 1, base: { commit: commits.base } })
  })

  test("passes on what `args` says of reading and building, and nothing else of it", async () => {
    const { folder, ...commits } = checkout(region)
    const inputs = { args: "--fail-on never --exclude apps/podinfo/settings.yaml" }
    const outcome = await run(folder, events.pullRequest(commits), { inputs })
    expect(outcome.outputs.get("changed-resources")).toBe("0")
    expect(outcome.summary).toContain("could not be compared")
  })

  test("says that a push is compared with nothing, unless `since` names a commit", async () => {
    const { folder, base } = checkout(region)
    const pushed = await run(folder, events.push)
    expect(pushed.code).toBe(0)
    expect(pushed.stdout).toContain("sluice: no diff: the event names no commit to compare with")
    expect(pushed.outputs.has("changed-resources")).toBe(false)
    const since = await run(folder, events.push, { inputs: { since: base } })
    expect(since.outputs.get("changed-resources")).toBe("1")
  })

  test("is off by itself", async () => {
    const { folder, ...commits } = checkout(region)
    const outcome = await run(folder, events.pullRequest(commits), { inputs: { diff: "false" } })
    expect(outcome.outputs.has("changed-resources")).toBe(false)
    expect(outcome.summary).not.toContain("sluice diff")
  })
})

describe("with comment: true", () => {
  let github: TestServer | undefined
  afterEach(async () => await github?.close())

  /** The bodies that GitHub was sent. */
  async function comments(change: (text: string) => string): Promise<readonly string[]> {
    const bodies: string[] = []
    github = await listen((request, response) => {
      const chunks: Buffer[] = []
      request.on("data", (chunk: Buffer) => chunks.push(chunk))
      request.on("end", () => {
        if (request.method === "POST")
          bodies.push((JSON.parse(Buffer.concat(chunks).toString()) as { body: string }).body)
        response.writeHead(200, { "content-type": "application/json" })
        response.end(request.method === "GET" ? "[]" : "{}")
      })
    })
    const { folder, ...commits } = checkout(change)
    const outcome = await run(folder, events.pullRequest(commits), {
      inputs: { comment: "true" },
      environment: { GITHUB_API_URL: `http://127.0.0.1:${github.port}` },
    })
    expect(outcome.code).toBe(0)
    return bodies
  }

  test("the comment has it, also where nothing was found", async () => {
    const [body = "", ...others] = await comments(region)
    expect(others).toEqual([])
    expect(body).toContain("## sluice: no problems")
    expect(body).toContain("\n- data.region: eu-west-1\n+ data.region: eu-west-2\n")
    expect(body.length).toBeLessThan(65_536)
  })

  test("a change that reaches no cluster is no reason for one", async () => {
    expect(await comments(comment)).toEqual([])
  })
})
