/** What a template has rendered. */
export interface RenderedFile {
  /** `podinfo/templates/deployment.yaml` */
  readonly template: string
  readonly content: Uint8Array
}

/**
 * Takes the output of `helm template` apart: Helm begins each manifest with a line `---` and one that names its template. No
 * manifest has a line that begins with `---`, since Helm splits templates there; files of `crds/` may, and there a second
 * such pair is taken for another file.
 */
export function splitOutput(output: Uint8Array): readonly RenderedFile[] {
  // One character for each byte, whatever the encoding.
  const text = Buffer.from(output).toString("latin1")
  const heads = [...text.matchAll(/^---\n# Source: (.+)\n/gmu)]
  const byTemplate = new Map<string, string[]>()
  for (const [number, head] of heads.entries()) {
    const from = head.index + head[0].length
    // Helm has put a line break behind what was rendered.
    const content = text.slice(from, heads[number + 1]?.index).replace(/\n$/u, "")
    const template = Buffer.from(head[1] ?? "", "latin1").toString("utf8")
    byTemplate.set(template, [...(byTemplate.get(template) ?? []), content])
  }
  return [...byTemplate].map(([template, contents]) => ({
    template,
    content: Buffer.from(contents.join("\n---\n"), "latin1"),
  }))
}
