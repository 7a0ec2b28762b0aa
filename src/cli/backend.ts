import { resolve } from "node:path"
import { type Backend, chooseBackend, describeBackend } from "../host/engine/choose-backend.ts"
import { UsageError } from "../model/errors.ts"
import type { WorkspaceOptions } from "../model/options.ts"
import { visible } from "../report/visible-text.ts"
import type { CommandContext } from "./command-context.ts"

/** What builds and renders in this run; a native engine that is there and does not fit is named. */
export function chosenBackend(
  { flags, io, cwd }: CommandContext,
  { render }: WorkspaceOptions,
): Backend {
  const untrusted = flags.switch("untrusted") === true
  if (untrusted && render === "helm") {
    throw new UsageError(
      `\`${flags.source("untrusted")}\` and \`${flags.source("render")}\` with \`helm\` exclude each other.`,
      { help: "A stranger's charts are rendered in the sandbox of the embedded engine alone." },
    )
  }
  const helm = flags.text("helm")
  const backend = chooseBackend({
    ...{ render, untrusted, environment: io.environment },
    ...(helm !== undefined && { helm: resolve(cwd, helm) }),
  })
  const { refused } = backend
  if (refused)
    io.stderr.write(
      `sluice: ${visible(refused.path)} is not used: ${refused.reason}. The embedded engine runs instead.\n`,
    )
  if (flags.switch("verbose") === true)
    io.stderr.write(`sluice: engine ${visible(describeBackend(backend))}\n`)
  return backend
}
