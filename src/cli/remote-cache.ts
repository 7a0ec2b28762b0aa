import type { NodeHostOptions } from "../host/node-host.ts"
import { UsageError } from "../model/errors.ts"
import { visible } from "../report/visible-text.ts"
import type { CommandContext } from "./command-context.ts"

/** `--remote-cache`: nothing with `--no-cache`. The address may hold a password: it is never shown. */
export function remoteCacheOf({ flags, io }: CommandContext): Pick<NodeHostOptions, "remoteCache"> {
  const text = flags.text("remote-cache")
  if (text === undefined || flags.switch("no-cache") === true) return {}
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/u.test(url.protocol) || url.search !== "" || url.hash !== "") {
    throw new UsageError(
      `\`${flags.source("remote-cache")}\` takes an address such as \`https://cache.example.org\`.`,
      { help: "A server of Bazel's remote caches over HTTP: bazel-remote, nginx, and others." },
    )
  }
  const host = visible(url.host)
  const onFailure = (reason: string): void =>
    void io.stderr.write(
      `sluice: the remote cache at ${host} is not used any more: ${visible(reason)}\n`,
    )
  return { remoteCache: { url, onFailure } }
}
