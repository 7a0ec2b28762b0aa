import { reportBlob } from "./blob.ts"
import { reportCheckstyle } from "./checkstyle.ts"
import { reportConcise } from "./concise.ts"
import { createGithubReporter, type GithubOptions } from "./github.ts"
import { reportGitlab } from "./gitlab.ts"
import { reportHtml } from "./html/report-html.ts"
import { reportJson } from "./json.ts"
import { reportJsonl } from "./jsonl.ts"
import { reportJunit } from "./junit.ts"
import { reportMarkdown } from "./markdown.ts"
import { createPrettyReporter, type PrettyOptions } from "./pretty/pretty.ts"
import { reportRdjson } from "./rdjson.ts"
import type { Reporter } from "./report.ts"
import { reportSarif } from "./sarif/sarif.ts"
import { reportTap } from "./tap.ts"

/** What reporters need beside the report. */
export interface ReporterOptions {
  readonly pretty: PrettyOptions
  readonly github: GithubOptions
}

/** Makes a reporter; most look at the report alone. */
export type CreateReporter = (options: ReporterOptions) => Reporter

export type FormatName =
  | "pretty"
  | "concise"
  | "json"
  | "json-v1"
  | "jsonl"
  | "sarif"
  | "github"
  | "gitlab"
  | "junit"
  | "checkstyle"
  | "rdjson"
  | "tap"
  | "markdown"
  | "html"
  | "blob"

/** The report formats by name. */
export const reporters: Readonly<Record<FormatName, CreateReporter>> = {
  pretty: ({ pretty }) => createPrettyReporter(pretty),
  concise: () => reportConcise,
  json: () => reportJson,
  "json-v1": () => reportJson,
  jsonl: () => reportJsonl,
  sarif: () => reportSarif,
  github: ({ github }) => createGithubReporter(github),
  gitlab: () => reportGitlab,
  junit: () => reportJunit,
  checkstyle: () => reportCheckstyle,
  rdjson: () => reportRdjson,
  tap: () => reportTap,
  markdown: () => reportMarkdown,
  html: () => reportHtml,
  blob: () => reportBlob,
}
