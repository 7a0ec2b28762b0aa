import type { GraphNode } from "../../report/graph/flux-graph.ts"
import { drawTree } from "../../report/graph/tree.ts"
import { guardedLog } from "../../report/workflow-command.ts"
import type { CommandContext } from "../command-context.ts"
import { graphOf, pictureCode } from "../drawing.ts"
import type { Io } from "../io.ts"
import { isNamed, noSuchObject, parseObjectName } from "../object-name.ts"
import { withSession } from "../session.ts"

/** `sluice tree`: what Flux reconciles, from the roots of each cluster or from one object. */
export async function tree(context: CommandContext): Promise<number> {
  const { flags, io, style } = context
  const [text] = context.arguments
  const wanted = text === undefined ? undefined : parseObjectName(text, flags.text("namespace"))
  return await withSession(context, [], { lock: "held" }, async (session) => {
    const graph = await graphOf(session, context)
    // What is only named is no object to begin with.
    const isChosen =
      wanted && ((node: GraphNode) => node.state === "found" && isNamed(node, wanted))
    const nodes = graph.clusters.flatMap((cluster) => cluster.nodes)
    if (wanted && isChosen && !nodes.some(isChosen)) {
      const found = nodes.filter(({ state }) => state === "found")
      throw noSuchObject(wanted, found)
    }
    const { columns } = io.stdout
    const drawn = drawTree(graph, {
      style,
      ascii: flags.switch("ascii") ?? !speaksUtf8(io.environment),
      ...(columns === undefined ? {} : { width: Math.max(40, columns) }),
      ...(isChosen ? { isChosen } : {}),
    })
    io.stdout.write(io.environment.GITHUB_ACTIONS === "true" ? guardedLog(drawn) : drawn)
    return pictureCode(graph, context)
  })
}

/** What the locale says, as POSIX orders its variables; one that says nothing of an encoding is taken for a modern one. */
function speaksUtf8({ LC_ALL, LC_CTYPE, LANG }: Io["environment"]): boolean {
  const locale = LC_ALL || LC_CTYPE || LANG || ""
  return locale === "" || /utf-?8/iu.test(locale)
}
