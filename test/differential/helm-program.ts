import { rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { isList, isObject, type JsonValue } from "../../src/yaml/json.ts"
import type { ChartCase } from "./charts.ts"
import type { ComparedObject } from "./compare.ts"
import { type ParsedOutput, type Reference, runProgram } from "./oracles.ts"

/** Name, namespace and capabilities of every release that the tests render, in all programs alike. */
export const release = { name: "podinfo", namespace: "apps", kubeVersion: "v1.35.0" } as const

/** What came of a render. */
export type Render =
  | { readonly status: "rendered"; readonly objects: readonly ComparedObject[] }
  | { readonly status: "failed"; readonly message: string }

/** Renders with `helm template`: manifests, hooks, tests and `crds/`, as the engine gives them. */
export async function helmTemplate(
  program: string,
  { chart, values }: ChartCase,
  options: {
    readonly reference: Reference
    readonly scratch: string
    readonly skipSchema: boolean
  },
): Promise<Render> {
  const stem = join(options.scratch, `helm-${serial++}`)
  await writeFile(`${stem}.json`, JSON.stringify(values))
  const output = await runProgram(program, [
    ...["template", release.name, chart.path, "--namespace", release.namespace],
    ...["--kube-version", release.kubeVersion, "--include-crds", "--values", `${stem}.json`],
    ...(options.skipSchema ? ["--skip-schema-validation"] : []),
    ...["--repository-config", join(options.scratch, "repositories.yaml")],
    ...[
      "--repository-cache",
      options.scratch,
      "--registry-config",
      join(options.scratch, "registry.json"),
    ],
  ])
  if (output.status !== 0) return { status: "failed", message: helmMessage(output.stderr) }
  await writeFile(`${stem}.yaml`, output.stdout)
  const parsed = await options.reference.ask<ParsedOutput>({ op: "parse", file: `${stem}.yaml` })
  await Promise.all([rm(`${stem}.yaml`), rm(`${stem}.json`)])
  return { status: "rendered", objects: parsed.documents.flatMap(objectsOfDocument) }
}

let serial = 0

function objectsOfDocument(document: ParsedOutput["documents"][number]): readonly ComparedObject[] {
  const source = document.source ?? ""
  if (document.error !== undefined) return [{ source, manifest: `no YAML: ${document.error}` }]
  return expandList(document.object ?? null).map((manifest) => ({ source, manifest }))
}

// Helm's client takes a list apart before it applies it; `helm template` prints it whole.
function expandList(manifest: JsonValue): readonly JsonValue[] {
  const kind = isObject(manifest) ? manifest.kind : undefined
  const items = isObject(manifest) ? manifest.items : undefined
  return typeof kind === "string" && kind.endsWith("List") && isList(items) ? items : [manifest]
}

/** Helm's error without what the program writes around it. */
function helmMessage(stderr: string): string {
  const start = stderr.lastIndexOf("Error: ")
  return stderr
    .slice(start === -1 ? 0 : start + "Error: ".length)
    .replace("\n\nUse --debug flag to render out invalid YAML", "")
    .trim()
}
