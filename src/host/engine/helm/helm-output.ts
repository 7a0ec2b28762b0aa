/** What a template has rendered. */
export interface RenderedFile {
  /** `podinfo/templates/deployment.yaml` */
  readonly template: string
  readonly content: Uint8Array
}

/**
 * Takes the output of `helm template` apart: Helm begins each manifest with a line `---` and one that names its template. No
 * manifest has a line that begins with `---`, since Helm splits templates there; files of `crds/` may, and there a second
 * such pair is taken for another file. Helm 4 puts a line break behind each manifest; Helm 3 does so as well, but has taken away
 * the manifest's own before.
 */
export function splitOutput(output: Uint8Array, version: string): readonly RenderedFile[] {
  const isDoubled = !/^v?3\./u.test(version)
  // One character for each byte, whatever the encoding.
  const text = Buffer.from(output).toString("latin1")
  const heads = [...text.matchAll(/^---\n# Source: (.+)\n/gmu)]
  const byTemplate = new Map<string, string[]>()
  for (const [number, head] of heads.entries()) {
    const from = head.index + head[0].length
    const printed = text.slice(from, heads[number + 1]?.index)
    const content = isDoubled ? printed.replace(/\n$/u, "") : printed
    const template = Buffer.from(head[1] ?? "", "latin1").toString("utf8")
    byTemplate.set(template, [...(byTemplate.get(template) ?? []), content])
  }
  return [...byTemplate].map(([template, contents]) => ({
    template,
    content: Buffer.from(contents.join(isDoubled ? "\n---\n" : "---\n"), "latin1"),
  }))
}
