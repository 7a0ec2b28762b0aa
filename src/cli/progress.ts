import type { Observer, Phase } from "../build/host.ts"
import { fitStart } from "../report/pretty/text-width.ts"
import { visible } from "../report/visible-text.ts"
import type { Output } from "./io.ts"

/** Shows on stderr that a run goes on. */
export interface Progress extends Observer {
  /** Removes the line; nothing is shown afterwards. */
  stop(): void
}

/** When something is shown: a line that is redrawn at a terminal, a line now and then in CI, or nothing. */
export type ProgressMode = "line" | "heartbeat" | "off"

const shownAfterMs = 500
const redrawMs = 100
const heartbeatMs = 30_000

const phaseNames: Readonly<Record<Phase, string>> = {
  load: "reading files",
  parse: "parsing",
  resolve: "finding clusters",
  build: "building",
  check: "checking",
  fix: "fixing",
  report: "writing the report",
}

/** How progress is shown under these circumstances. */
export function progressMode(
  output: Pick<Output, "isTerminal">,
  environment: Readonly<Record<string, string | undefined>>,
  wanted: boolean,
): ProgressMode {
  if (!wanted) return "off"
  if (environment.CI) return "heartbeat"
  return output.isTerminal && environment.TERM !== "dumb" ? "line" : "off"
}

/** Starts to show what is done. */
export function createProgress(output: Output, mode: ProgressMode, now: () => number): Progress {
  const started = now()
  let text = ""
  let isShown = false
  let isStopped = false
  const draw = (): void => {
    if (isStopped || now() - started < shownAfterMs || text === "") return
    isShown = true
    output.write(`\r\u001b[2K${fitStart(text, (output.columns || 80) - 1)}`)
  }
  const beat = (): void =>
    output.write(`sluice: ${text}, ${Math.round((now() - started) / 1000)} s\n`)
  const timer =
    mode === "off"
      ? undefined
      : setInterval(mode === "line" ? draw : beat, mode === "line" ? redrawMs : heartbeatMs)
  // A run that is done is not kept waiting by its own progress line.
  timer?.unref()
  return {
    phase: (phase) => {
      text = phaseNames[phase]
    },
    progress: ({ done, what, cluster: { name, number, of } }) => {
      text =
        of > 1
          ? `${bar(number - 1, of)} cluster ${number}/${of} ${visible(name)}: ${visible(what)}`
          : `${phaseNames.build} ${done}: ${visible(what)}`
      // The event loop is busy while a repository is built: without this the line would stand still.
      if (mode === "line") draw()
    },
    stop: () => {
      clearInterval(timer)
      if (isShown) output.write("\r\u001b[2K")
      isShown = false
      isStopped = true
    },
  }
}

function bar(done: number, total: number): string {
  const width = 20
  const filled = Math.min(width, Math.round((done / total) * width))
  return `[${"█".repeat(filled)}${"·".repeat(width - filled)}]`
}
