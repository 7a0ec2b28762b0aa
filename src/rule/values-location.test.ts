import { expect, test } from "vitest"
import type {
  Document,
  LogicalLocation,
  ReleaseBuild,
  Resource,
  SourceFile,
} from "../model/index.ts"
import { createLineIndex } from "../text/line-index.ts"
import { type JsonObject, valueAt } from "../yaml/json.ts"
import { fileLine } from "./file-line.ts"
import { chartLocation, valueLocation } from "./values-location.ts"

function release(spec: JsonObject): Resource {
  const at = (path: readonly (string | number)[]) =>
    ({ path, part: "value" }) as unknown as LogicalLocation
  return { manifest: { spec }, at } as unknown as Resource
}

function build(inline: JsonObject, ...from: readonly JsonObject[]): ReleaseBuild {
  const own = release({ values: inline })
  const links = from.map((content) => ({
    document: { content, has: (path) => valueAt(content, path) !== undefined } as Document,
    path: [],
    resource: release({}),
  }))
  return {
    release: own,
    valuesChain: [...links, { document: {} as Document, path: [], resource: own }],
  } as unknown as ReleaseBuild
}

const values = build(
  { image: { tag: "6.5.0" } },
  { replicas: 2, image: { tag: "6.4.0", pull: "Always" } },
)

test.each<[readonly string[], readonly string[] | undefined, number]>([
  [["image", "tag"], ["spec", "values", "image", "tag"], 2],
  [["image", "pull"], ["image", "pull"], 2],
  [["replicas"], ["replicas"], 1],
  [["image", "digest"], ["spec", "values", "image"], 1],
  [["ingress", "host"], undefined, 0],
])("%j is edited at %j", (path, place, depth) => {
  const found = valueLocation(values, path)
  expect(found?.at.path).toEqual(place)
  expect(found?.depth ?? 0).toBe(depth)
})

test("the chart is named by `chart` or by `chartRef`", () => {
  const chart = (spec: JsonObject) => chartLocation({ release: release(spec) } as ReleaseBuild).path
  expect(chart({ chart: {} })).toEqual(["spec", "chart", "spec", "chart"])
  expect(chart({ chartRef: {} })).toEqual(["spec", "chartRef", "name"])
})

test("a line of a template stands for itself, without its indentation", () => {
  const text = "spec:\n  replicas: {{ .Values.replicas }}  \n"
  const file: SourceFile = { path: "templates/deployment.yaml", text, lines: createLineIndex(text) }
  const { document, path, part } = fileLine(file, 1)
  expect(document.rangeOf(path, part)).toEqual({
    start: { line: 1, character: 2 },
    end: { line: 1, character: 34 },
  })
  expect([document.has([]), document.embedded([])]).toEqual([false, []])
})
