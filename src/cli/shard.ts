import { UsageError } from "../model/errors.ts"
import type { Shard } from "../model/shard.ts"
import type { Report } from "../report/report.ts"
import { shareOf } from "../report/shard.ts"
import type { FlagValues } from "./flag-values.ts"
import type { Session } from "./session.ts"

/** What `--shard` says; undefined without it. Flags that do not go with a share are refused. */
export function shardFlag(flags: FlagValues): Shard | undefined {
  const text = flags.text("shard")
  const other = ["fix", "diff", "update-baseline", "quiet"].find(
    (name) => flags.switch(name) === true,
  )
  if (text === undefined) return undefined
  if (other !== undefined) {
    throw new UsageError(
      `\`${flags.source("shard")}\` and \`${flags.source(other)}\` do not go together.`,
      {
        help:
          other === "quiet"
            ? "Give it to `sluice merge-reports`."
            : "Use one of them: a shard sees a share of the findings.",
      },
    )
  }
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text)?.map(Number) ?? []
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw new UsageError(
      `\`${flags.source("shard")}\` is \`${text}\`; it takes I/N, such as \`2/4\`: the second of four.`,
    )
  }
  return { index, count }
}

/** The shard's share of a report, and of what run it is. */
export function shareOfReport(
  report: Report,
  shard: Shard | undefined,
  { workspace, host, request, config }: Session,
): Report {
  if (shard === undefined) return report
  // Paths of mirrors and mapped folders may differ between the machines of a run.
  const { mirrors: _, localSources: __, ...options } = request.options
  const files = workspace.files.map(({ source }) => [source.path, host.digest(source.text)])
  const rules = [...config.rules]
  const run = host.digest(JSON.stringify([report.tool, options, rules, files]))
  return shareOf(report, { shard, run, digest: host.digest })
}
