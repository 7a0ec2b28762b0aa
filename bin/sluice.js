#!/usr/bin/env node
// A release holds dist/. A clone of the repository, which is what pre-commit installs, has only what is committed: the
// same program, in the bundle of the action.
import { existsSync } from "node:fs"

const built = new URL("../dist/cli.js", import.meta.url)
await import(
  existsSync(built) ? built.href : new URL("../dist/action/cli.js", import.meta.url).href
)
