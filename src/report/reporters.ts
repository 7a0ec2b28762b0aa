import { reportConcise } from "./concise.ts"
import { reportJson } from "./json.ts"
import { createPrettyReporter, type PrettyOptions } from "./pretty/pretty.ts"
import type { Reporter } from "./report.ts"

/** Makes a reporter; only those for terminals look at the options. */
export type CreateReporter = (options: PrettyOptions) => Reporter

/** The report formats by name. */
export const reporters: {
  readonly pretty: CreateReporter
  readonly concise: CreateReporter
  readonly json: CreateReporter
  readonly "json-v1": CreateReporter
} = {
  pretty: createPrettyReporter,
  concise: () => reportConcise,
  json: () => reportJson,
  "json-v1": () => reportJson,
}
