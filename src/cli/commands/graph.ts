import { writeAtomically } from "../../host/atomic-write.ts"
import { UsageError } from "../../model/errors.ts"
import { graphDot } from "../../report/graph/dot.ts"
import type { FluxGraph } from "../../report/graph/flux-graph.ts"
import { graphJson } from "../../report/graph/graph-json.ts"
import { graphMermaid } from "../../report/graph/mermaid.ts"
import { graphHtml } from "../../report/html/graph-html.ts"
import { nearestName } from "../../text/nearest-name.ts"
import type { CommandContext } from "../command-context.ts"
import { graphOf, pictureCode } from "../drawing.ts"
import { targetFile } from "../formats.ts"
import { withSession } from "../session.ts"

const formats = {
  mermaid: graphMermaid,
  dot: (graph: FluxGraph) => ({ text: graphDot(graph) }),
  json: (graph: FluxGraph) => ({ text: graphJson(graph) }),
  html: (graph: FluxGraph) => ({ text: graphHtml(graph) }),
} as const satisfies Readonly<
  Record<string, (graph: FluxGraph) => { readonly text: string; readonly note?: string }>
>

const formatNames = Object.keys(formats) as readonly (keyof typeof formats)[] // the keys of a record of them

/** `sluice graph`: the graph of all clusters in one of the formats. */
export async function graph(context: CommandContext): Promise<number> {
  const { io } = context
  const { format, file } = targetOf(context)
  return await withSession(context, [], { lock: "held" }, async (session) => {
    const drawn = await graphOf(session, context)
    const { text, note }: { readonly text: string; readonly note?: string } = formats[format](drawn)
    if (note !== undefined) io.stderr.write(`sluice: ${note}\n`)
    if (file === undefined) io.stdout.write(text)
    else writeAtomically(file, text)
    return pictureCode(drawn, context)
  })
}

function targetOf({ flags, cwd }: CommandContext): {
  readonly format: keyof typeof formats
  readonly file: string | undefined
} {
  const [name = "", ...rest] = (flags.text("format") ?? "mermaid").split("=")
  const format = formatNames.find((known) => known === name)
  if (!format) throw unknownFormat(name, flags.source("format"))
  const file =
    rest.length === 0 ? undefined : targetFile(rest.join("="), flags.source("format"), cwd)
  return { format, file }
}

function unknownFormat(name: string, source: string): UsageError {
  const nearest = nearestName(name, formatNames)
  const known = formatNames.map((format) => `\`${format}\``).join(", ")
  return new UsageError(`\`${source}\` is \`${name}\`; it takes ${known}.`, {
    help: nearest && `Did you mean \`${nearest}\`?`,
  })
}
