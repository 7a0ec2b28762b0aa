import { shownUrl } from "./chart-url.ts"
import type { Download } from "./network.ts"
import type { SourceAccess } from "./source-access.ts"

const meanings: Readonly<Record<number, string>> = {
  401: "asks for a login",
  403: "forbids it",
  404: "is not there",
  410: "is gone",
}

/** Why something could not be had, in words for the report. */
export function reasonOf(
  download: Exclude<Download, { readonly status: "ok" }>,
  url: string,
  { missing }: SourceAccess,
): string {
  if (download.status === "unchanged") return `${shownUrl(url)} was not sent`
  if (download.status === "failed") return `${download.reason}${and(missing)}`
  const meaning = meanings[download.code]
  const said = meaning === undefined ? `answers ${download.code}` : `${meaning} (${download.code})`
  return `${shownUrl(url)} ${said}${and(missing)}`
}

function and(missing: string | undefined): string {
  return missing === undefined ? "" : `, and ${missing}`
}
