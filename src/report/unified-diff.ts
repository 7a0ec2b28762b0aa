import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff"

/** A file with the text that it has, and the one that it would get. */
export interface ChangedText {
  readonly path: string
  readonly before: string
  readonly after: string
}

/** What `git apply` takes, with paths relative to the checked root; the empty string when nothing changes. */
export function unifiedDiff(changes: readonly ChangedText[]): string {
  return changes
    .filter(({ before, after }) => before !== after)
    .map(({ path, before, after }) =>
      formatPatch(
        structuredPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
          context: 3,
        }),
        FILE_HEADERS_ONLY,
      ),
    )
    .join("")
}
