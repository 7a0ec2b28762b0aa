/**
 * Whether every comment of a text is still there, word for word. Comments are told by their sign alone, also in YAML that
 * stands inside of a scalar: where a list becomes the text of a patch, its comments go along.
 */
export function keepsComments(before: string, after: string): boolean {
  if (!before.includes("#")) return true
  const left = countedComments(after)
  return [...countedComments(before)].every(([comment, count]) => count <= (left.get(comment) ?? 0))
}

function countedComments(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [, comment = ""] of text.matchAll(/(?:^|\s)(#[^\r\n]*)/gmu)) {
    const words = comment.trimEnd()
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts
}
