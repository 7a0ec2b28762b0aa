import type { JudgedIgnore, LogicalLocation, Workspace } from "#rule"

/** A comment as a place that a finding can be at; undefined in a file that holds nothing but comments. */
export function commentPlace(
  workspace: Workspace,
  { comment }: JudgedIgnore,
): LogicalLocation | undefined {
  const { path, range } = comment
  const documents = workspace.file(path)?.documents ?? []
  const document =
    documents.find((one) => range.start.line <= one.range.end.line) ?? documents.at(-1)
  return document && { document, path: [], part: "value", range }
}
