import { existsSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { marked } from "marked"
import { expect, test } from "vitest"
import { copyRepository } from "../cli/sluice.ts"
import { runnerCommands } from "../formats/runner-commands.ts"
import { events } from "./events.ts"
import { git, runStep, token } from "./runner.ts"

/** Texts that would be commands of GitHub's runner, lines of its files, or markup, if they stood anywhere as they are. */
const evilTexts: readonly string[] = [
  "\n::set-env name=NODE_OPTIONS::--require=/tmp/x",
  "\n::add-mask::a",
  "\r::stop-commands::x",
  "##[add-matcher]x.json",
  "%0A::error::forged",
  "\n::error file=README.md::forged",
  "\noutcome=clean\n",
  "\noutcome<<EOF\nclean\nEOF\n",
  "<img src=x onerror=alert(1)>",
  "![x](https://evil.example/i.png)",
  "@octocat",
]

/** A repository whose file names, object names, keys and values are all evil, and wrong. */
function hostileRepository(): string {
  const folder = copyRepository()
  for (const [index, evil] of evilTexts.entries()) {
    const name = evil.replaceAll("/", "_").replaceAll("\0", "")
    const file = `clusters/production/${index}${name}.yaml`
    const text = JSON.stringify(evil)
    const manifest = `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: ${text}, namespace: ${text} }
spec:
  interval: ${text}
  ${text}: ${text}
  path: ${text}
  prune: true
  sourceRef: { kind: GitRepository, name: ${text} }
`
    writeFileSync(join(folder, file), manifest)
    writeFileSync(
      join(folder, `clusters/production/broken-${index}${name}.yaml`),
      `${text}: [${text}`,
    )
  }
  git(folder, "init", "-q", "-b", "main")
  git(folder, "add", "-A")
  git(folder, "commit", "-q", "-m", "all")
  return folder
}

test("no text of a repository is a command, an output, or markup of the summary", async () => {
  const folder = hostileRepository()
  const inputs = { cache: "false", offline: "true", "sarif-file": "sluice.sarif" }
  for (const more of [{}, { annotations: "false" }, { args: "--verbose --debug" }]) {
    const outcome = await runStep({
      workspace: folder,
      event: events.push,
      inputs: { ...inputs, ...more },
    })
    expect(outcome.outputs.get("outcome")).toBe("findings")
    expect([...outcome.outputs.keys()]).toEqual([
      "outcome",
      "errors",
      "warnings",
      "report-json",
      "html-report",
      "sarif-file",
    ])
    expect(Number(outcome.outputs.get("errors"))).toBeGreaterThan(evilTexts.length)
    const known = ["error", "warning", "notice", "group", "endgroup", "stop-commands"]
    for (const obeyStop of [true, false]) {
      for (const text of [outcome.stdout, outcome.stderr]) {
        const found = runnerCommands(text, { obeyStop })
        expect(found.filter(({ command }) => !known.includes(command))).toEqual([])
        // Each command is ours: it names a rule, or opens and closes the log.
        const foreign = found.filter(
          ({ command, properties }) =>
            known.indexOf(command) < 3 && !properties.title?.startsWith("sluice"),
        )
        expect(foreign).toEqual([])
        expect(text.split("\n").filter((line) => line.includes("##["))).toEqual([])
      }
    }
    const html = await marked.parse(outcome.summary)
    expect(html).not.toMatch(/<img|<script|onerror=(?!alert)/u)
    expect(html).not.toContain('href="https://evil.example')
    // In code nobody is mentioned.
    expect(html.replaceAll(/<code>.*?<\/code>/gu, "")).not.toContain("@octocat")
  }
})

test("a file that the runner gives is nowhere but where it says, and the token is nowhere", async () => {
  const folder = hostileRepository()
  const before = readdirSync(folder)
  const outcome = await runStep({
    workspace: folder,
    event: events.push,
    inputs: { cache: "false", offline: "true" },
  })
  expect(readdirSync(folder)).toEqual(before)
  const report = outcome.outputs.get("report-json") ?? ""
  expect(existsSync(report)).toBe(true)
  for (const text of [outcome.stdout, outcome.stderr, outcome.summary])
    expect(text).not.toContain(token)
})
