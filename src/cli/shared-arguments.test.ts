import { expect, test } from "vitest"
import { sharedArguments } from "./shared-arguments.ts"

test.each<readonly [args: readonly string[], shared: readonly string[]]>([
  [
    ["--allow-host", "ghcr.io", "--fail-on", "info"],
    ["--allow-host", "ghcr.io"],
  ],
  [["--allow-host=ghcr.io", "--fail-on=info", "-q"], ["--allow-host=ghcr.io"]],
  [
    ["-c", "a.yaml", "-f", "json=a", "-v"],
    ["-c", "a.yaml", "-v"],
  ],
  [["-ca.yaml", "-fjson=a"], ["-ca.yaml"]],
  // A value that looks like a flag is none.
  [["--fail-on", "--offline", "--offline"], ["--offline"]],
  [["--since", "main", "--rule", "a=off", "--no-config"], ["--no-config"]],
  [["--unknown", "apps", "--", "--offline"], []],
])("%j has %j in common with other commands", (args, shared) => {
  expect(sharedArguments(args)).toEqual(shared)
})
