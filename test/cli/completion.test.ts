import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { commands } from "../../src/cli/commands.ts"
import { reasonToSkip } from "../support/required.ts"
import { sluice, temporaryFolder, useRepository } from "./sluice.ts"

useRepository()

const files: Record<string, string> = {}

beforeAll(async () => {
  const folder = temporaryFolder()
  for (const shell of ["bash", "zsh", "fish", "powershell"]) {
    const { code, stdout, stderr } = await sluice(["completion", shell])
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
    files[shell] = join(folder, shell)
    writeFileSync(files[shell], stdout)
  }
})

/** Whether there is such a shell; that there is none is said aloud. Nothing installs PowerShell from a registry. */
function hasShell(name: string, isRequired = true): boolean {
  if (!spawnSync(name, ["--version"]).error) return true
  const reason = `${name} is missing`
  process.stderr.write(
    `Test of its completion skipped: ${isRequired ? reasonToSkip(reason) : reason}.\n`,
  )
  return false
}

function run(program: string, args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = spawnSync(program, [...args], {
    encoding: "utf8",
    cwd: temporaryFolder(),
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" })
  return stdout.split("\n").filter((line) => line !== "")
}

/** A line that is typed so far, and some of what has to be offered; what begins otherwise may not be. */
const cases: readonly (readonly [readonly string[], readonly string[]])[] = [
  [["ch"], ["check"]],
  [["comp"], ["completion"]],
  [["check", "--fail"], ["--fail-on"]],
  [["--fail"], ["--fail-on"]],
  [["check", "--fail-on", "w"], ["warning"]],
  [["check", "-f", "sa"], ["sarif"]],
  [["check", "--only", "ks-depends-on-m"], ["ks-depends-on-missing"]],
  [["explain", "ks-path-m"], ["ks-path-missing"]],
  [["cache", "pr"], ["prune"]],
  [["completion", "p"], ["powershell"]],
  [["build", "--out"], ["--output"]],
]

describe.skipIf(!hasShell("bash"))("bash", () => {
  test.each(cases)("%j is completed by %j", (words, expected) => {
    const typed = ["sluice", ...words].map((word) => `'${word}'`).join(" ")
    const script = `source "$0"; COMP_WORDS=(${typed}); COMP_CWORD=${words.length}; _sluice; printf '%s\\n' "\${COMPREPLY[@]}"`
    expect(run("bash", ["--norc", "-c", script, files.bash ?? ""])).toEqual(expected)
  })
})

describe.skipIf(!hasShell("fish"))("fish", () => {
  test.each(cases)("%j is completed by %j", (words, expected) => {
    const script = `source ${files.fish}; complete -C "sluice ${words.join(" ")}"`
    const offered = run("fish", ["--no-config", "-c", script]).map((line) => line.split("\t")[0])
    expect(offered).toEqual(expected)
  })
})

describe.skipIf(!hasShell("zsh"))("zsh", () => {
  /** Stands for zsh's own functions, which want a terminal: prints what it is asked to offer. */
  const stubs = `compdef() { :; }; _files() { :; }
    _describe() { print -l -- "\${(@P)2%%:*}"; }
    _arguments() { local spec; for spec in "$@"; do print -r -- "$spec"; done }`

  test.each(cases)("%j: %j is among what is offered", (words, [expected = ""]) => {
    const typed = ["sluice", ...words].map((word) => `'${word}'`).join(" ")
    const script = `${stubs}; source $0; words=(${typed}); CURRENT=${words.length + 1}; _sluice; print -r -- "$words"`
    const offered = run("zsh", ["-f", "-c", script, files.zsh ?? ""])
    const pattern = new RegExp(`(?:^|[*( ])${expected}(?:$|[=[ )])`, "u")
    expect(offered.filter((line) => pattern.test(line)).length).toBeGreaterThan(0)
    // \`_arguments\` has to see the command in the first place.
    const command = commands.find(({ name }) => name === words[0])
    if (command && words.length > 1) expect(offered.at(-1)).toBe(words.join(" "))
  })
})

describe.skipIf(!hasShell("pwsh", false))("powershell", () => {
  test.each(cases)("%j is completed by %j", (words, expected) => {
    const line = `sluice ${words.join(" ")}`
    const script = `. ([ScriptBlock]::Create((Get-Content -Raw '${files.powershell}'))); [System.Management.Automation.CommandCompletion]::CompleteInput('${line}', ${line.length}, $null).CompletionMatches.CompletionText`
    expect(run("pwsh", ["-NoProfile", "-Command", script])).toEqual(expected)
  })
})

test("every command and flag is in every script", async () => {
  const { readFileSync } = await import("node:fs")
  for (const file of Object.values(files)) {
    const text = readFileSync(file, "utf8")
    for (const { name, flags } of commands) {
      expect(text).toContain(name)
      for (const flag of flags.flatMap((group) => group.flags)) expect(text).toContain(flag.name)
    }
  }
})
