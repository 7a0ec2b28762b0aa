import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import type { IncomingMessage, ServerResponse } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { marked } from "marked"
import { afterEach, describe, expect, test } from "vitest"
import { listen, type TestServer } from "../../src/host/fetch/testdata/server.ts"
import { commentMark, reportComment } from "../../src/report/comment.ts"
import { reportJson } from "../../src/report/json.ts"
import { readReport } from "../../src/report/read-report.ts"
import { brokenReference, sampleReport } from "../../src/report/testdata/sample-report.ts"
import { copyRepository } from "../cli/sluice.ts"
import { hostilePieces, hostileReport } from "../formats/hostile-report.ts"
import { runnerCommands } from "../formats/runner-commands.ts"
import { events, type SentEvent } from "./events.ts"
import { runStep, type StepOutcome, token } from "./runner.ts"

interface Comment {
  readonly id: number
  readonly user: { readonly type: string; readonly login: string }
  body: string
}

/** GitHub's API, as far as comments go; on loopback. */
interface FakeGithub extends TestServer {
  readonly comments: Comment[]
  readonly tokens: Set<string | undefined>
}

let github: FakeGithub | undefined
afterEach(async () => await github?.close())

const head = "c".repeat(40)
const commits = { base: "b".repeat(40), head }

async function startGithub({
  comments = [],
  refuses = false,
}: {
  readonly comments?: Comment[]
  readonly refuses?: boolean
} = {}): Promise<FakeGithub> {
  const tokens = new Set<string | undefined>()
  const server = await listen((request, response) => {
    tokens.add(request.headers.authorization)
    void answer(request, response, { comments, refuses })
  })
  github = { ...server, comments, tokens }
  return github
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { comments, refuses }: { readonly comments: Comment[]; readonly refuses: boolean },
): Promise<void> {
  const { method, url = "" } = request
  const send = (status: number, body: unknown): void => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))
  }
  if (refuses) return send(403, { message: "Resource not accessible by integration\n::error::x" })
  const list = /^\/repos\/octo\/fleet\/issues\/[78]\/comments(?:\?per_page=100&page=(\d+))?$/u.exec(
    url,
  )
  const one = /^\/repos\/octo\/fleet\/issues\/comments\/(\d+)$/u.exec(url)
  if (method === "GET" && url.startsWith("/repos/octo/fleet/pulls?")) {
    const wanted = new URL(url, "http://x").searchParams.get("head") === "stranger:change"
    return send(200, wanted ? [{ number: 8, head: { sha: head } }] : [])
  }
  if (method === "GET" && list) {
    const page = Number(list[1])
    return send(200, comments.slice((page - 1) * 100, page * 100))
  }
  if (method === "GET") return send(url === "/user" ? 403 : 404, { message: "Not for you" })
  const { body } = JSON.parse(await textOf(request)) as { readonly body: string }
  if (method === "POST" && list) {
    comments.push({
      id: comments.length + 1,
      user: { type: "Bot", login: "github-actions[bot]" },
      body,
    })
    return send(201, {})
  }
  const known = comments.find(({ id }) => id === Number(one?.[1]))
  if (method !== "PATCH" || !known) return send(404, { message: "Not Found" })
  known.body = body
  return send(200, {})
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString("utf8")
}

function check(event: SentEvent, { port }: TestServer, args = ""): Promise<StepOutcome> {
  return runStep({
    workspace: copyRepository(),
    event,
    inputs: { comment: "true", offline: "true", cache: "false", args },
    environment: { GITHUB_API_URL: `http://127.0.0.1:${port}` },
  })
}

/** The action in `comment/`, with a report of another workflow. */
function commentAction(
  report: string,
  { port }: TestServer,
  event = events.workflowRun(head),
): Promise<StepOutcome> {
  const workspace = mkdtempSync(join(tmpdir(), "sluice-comment-"))
  writeFileSync(join(workspace, "report.json"), report)
  return runStep({
    workspace,
    event,
    action: "comment",
    inputs: { report: "report.json" },
    environment: { GITHUB_API_URL: `http://127.0.0.1:${port}` },
  })
}

describe("the comment on a pull request", () => {
  test("is written once, and written anew from then on", async () => {
    const server = await startGithub()
    expect((await check(events.pullRequest(commits), server)).code).toBe(1)
    expect(server.comments).toHaveLength(1)
    expect(server.comments[0]?.body).toContain("ks-depends-on-missing")
    expect(server.comments[0]?.body).toContain("https://github.com/octo/fleet/actions/runs/42")
    expect(server.tokens).toEqual(new Set([`Bearer ${token}`]))
    await check(events.pullRequest(commits), server, "--skip ks-depends-on-missing")
    expect(server.comments).toHaveLength(1)
    expect(server.comments[0]?.body).toContain("no problems")
  })

  test("is not written where nothing was found", async () => {
    const server = await startGithub()
    const outcome = await check(events.pullRequest(commits), server, "--skip ks-depends-on-missing")
    expect(server.comments).toEqual([])
    expect(outcome.stdout).toContain("no comment on pull request 7: nothing was found")
  })

  test("is found behind a hundred others, and never somebody else's", async () => {
    const other = (id: number, body: string): Comment => ({
      id,
      body,
      user: { type: "User", login: "mallory" },
    })
    const comments = Array.from({ length: 120 }, (_, index) => other(index + 1, "thanks"))
    comments[3] = other(4, `${commentMark}\nmine now`)
    const server = await startGithub({ comments })
    await check(events.pullRequest(commits), server)
    await check(events.pullRequest(commits), server)
    expect(comments).toHaveLength(121)
    expect(comments[3]?.body).toBe(`${commentMark}\nmine now`)
  })

  test("that GitHub refuses is a warning, with what is missing; the check has its own result", async () => {
    const outcome = await check(events.pullRequest(commits), await startGithub({ refuses: true }))
    expect(outcome.code).toBe(1)
    const found = runnerCommands(outcome.stdout, { obeyStop: true })
    expect(found.map(({ command }) => command)).toEqual([
      // The checkout is no git repository.
      "warning",
      "error",
      "group",
      "stop-commands",
      "endgroup",
      "warning",
    ])
    expect(found.at(-1)?.data).toContain("GitHub answered 403")
    expect(found.at(-1)?.data).toContain("pull-requests: write")
  })

  test("of a fork is left to a second workflow; a push has none", async () => {
    const server = await startGithub()
    expect((await check(events.fork(commits), server)).stdout).toContain("workflow_run")
    expect((await check(events.push, server)).stdout).toContain("about no pull request")
    expect(server.requests).toEqual([])
  })
})

describe("the second workflow", () => {
  test("comments on the pull request that is at the commit", async () => {
    const server = await startGithub()
    const outcome = await commentAction(reportJson(sampleReport()), server)
    expect(outcome).toMatchObject({ code: 0, stderr: "" })
    expect(server.comments[0]?.body).toContain("ks-source-missing")
  })

  test("does nothing when the branch has moved on", async () => {
    const server = await startGithub()
    const outcome = await commentAction(
      reportJson(sampleReport()),
      server,
      events.workflowRun("d".repeat(40)),
    )
    expect(outcome.code).toBe(0)
    expect(outcome.stdout).toContain("no open pull request is at")
    expect(server.comments).toEqual([])
  })

  test.each([
    ["no JSON", "{", "The report is no JSON."],
    ["another program's", "{}", "not of version 1"],
    [
      "a rule that is an address",
      reportJson(sampleReport({ findings: [{ ...brokenReference, rule: "../../x)[y](z" }] })),
      "`findings[0].rule` is not a name",
    ],
  ])("refuses a report that is %s", async (_title, report, message) => {
    const server = await startGithub()
    const outcome = await commentAction(report, server)
    expect(outcome.code).toBe(2)
    expect(outcome.stdout).toContain(message)
    expect(server.requests).toEqual([])
  })

  test("is for `workflow_run` alone", async () => {
    const outcome = await commentAction(
      reportJson(sampleReport()),
      await startGithub(),
      events.push,
    )
    expect(outcome).toMatchObject({ code: 2 })
    expect(outcome.stdout).toContain("has no `workflow_run`")
  })

  test("a stranger's report is text: no markup, no mention, no command", async () => {
    const server = await startGithub()
    const evil = `${hostilePieces.join("")}\n::error::x\n<img src=x onerror=y>@octocat`
    const outcome = await commentAction(reportJson(hostileReport(evil)), server)
    expect(outcome.code).toBe(0)
    const { body = "" } = server.comments[0] ?? {}
    expect(body.startsWith(`${commentMark}\n## sluice:`)).toBe(true)
    const html = await marked.parse(body.slice(commentMark.length))
    expect(html).not.toMatch(/<img|<script|<!--/u)
    expect(html).not.toMatch(/href="(?!https:\/\/(?:sluice\.dev|github\.com)\/)/u)
    expect(html.replaceAll(/<code>.*?<\/code>/gu, "")).not.toContain("@octocat")
    expect(runnerCommands(outcome.stdout, { obeyStop: true })).toEqual([])
  })
})

describe("limits", () => {
  test.each([
    [1, false],
    [20, true],
    [21, true],
    [5000, true],
  ])("of %i long findings what fits is shown, and cut is said: %s", (number, isCut) => {
    const finding = { ...brokenReference, message: "m".repeat(3000), help: "h".repeat(3000) }
    const findings = Array.from({ length: number }, () => finding)
    const report = readReport(reportJson(sampleReport({ findings })))
    const body = reportComment(report, { commit: head, run: undefined })
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(body).toContain(`Commit \`${"c".repeat(12)}\``)
    expect(/the rest does not fit here/u.test(body)).toBe(isCut)
  })

  test("more findings than are shown are counted", () => {
    const findings = Array.from({ length: 21 }, () => brokenReference)
    const report = readReport(reportJson(sampleReport({ findings })))
    expect(reportComment(report, { commit: head, run: undefined })).toContain(
      "… and 1 more finding\n",
    )
  })
})

test("the JSON schema of the report and its reader agree", () => {
  const schema = readFileSync(
    new URL("../../schemas/report-v1.schema.json", import.meta.url),
    "utf8",
  )
  const { required } = JSON.parse(schema) as { readonly required: readonly string[] }
  const report = JSON.parse(reportJson(sampleReport())) as Record<string, unknown>
  for (const name of ["summary", "findings", "skipped", "version"]) {
    expect(required).toContain(name)
    const { [name]: _, ...without } = report
    expect(() => readReport(JSON.stringify(without))).toThrow()
  }
})
