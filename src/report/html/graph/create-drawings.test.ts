import { describe, expect, test } from "vitest"
import { sampleCluster, sampleEdge, sampleNode } from "../../graph/testdata/sample-graph.ts"
import { createDrawings } from "./create-drawings.ts"
import type { Drawing } from "./drawing.ts"
import { placeBoxes } from "./place-boxes.ts"
import { withoutDetours } from "./without-detours.ts"

const names = Array.from({ length: 40 }, (_, index) => `app-${index}`)
const release = { role: "release", kind: "HelmRelease" } as const
const source = { role: "source", kind: "HelmRepository" } as const

/** Forty Kustomizations with a release each; the last ones wait for all before them; one release has no source. */
const large = sampleCluster(
  [
    sampleNode("root"),
    sampleNode("charts", source),
    ...names.flatMap((name) => [
      sampleNode(name),
      sampleNode(`r-${name}`, {
        ...release,
        ...(name === "app-7" ? { state: "missing" as const } : {}),
      }),
    ]),
  ],
  [
    sampleEdge("root", "applies", "charts"),
    ...names.flatMap((name, index) => [
      sampleEdge("root", "applies", name),
      sampleEdge(name, "applies", `r-${name}`),
      sampleEdge(name, "sourceRef", "charts"),
      sampleEdge(`r-${name}`, "sourceRef", "charts"),
      ...names.slice(0, index).map((other) => sampleEdge(name, "dependsOn", other)),
    ]),
  ],
)

const arrowsOf = ({ boxes, arrows }: Drawing): readonly string[] => {
  const name = (id: string): string => boxes.find((box) => box.id === id)?.node.name ?? ""
  return arrows.map(({ from, to, relations }) => `${name(from)} ${relations.join("+")} ${name(to)}`)
}

describe("a small cluster", () => {
  test("is one drawing, with one arrow between two boxes whatever joins them", () => {
    const cluster = sampleCluster(
      [sampleNode("apps"), sampleNode("fleet", source)],
      [
        sampleEdge("apps", "applies", "fleet"),
        sampleEdge("apps", "sourceRef", "fleet"),
        sampleEdge("apps", "dependsOn", "apps"),
      ],
    )
    const { drawings, boxOf } = createDrawings(cluster, 3)
    expect(drawings.map(({ id }) => id)).toEqual(["d3-0"])
    expect(drawings.map(arrowsOf)).toEqual([["apps applies+sourceRef fleet"]])
    expect(boxOf.get("fleet")).toBe("b3-0-1")
  })
})

describe("a large cluster", () => {
  const { drawings, boxOf } = createDrawings(large, 0)
  const [overview, ...insides] = drawings

  test("is folded: a box for each Kustomization says what it holds, and looks as bad as the worst of it", () => {
    const boxes = overview?.boxes ?? []
    expect(boxes.map(({ node }) => node.name).sort()).toEqual(["root", ...names].sort())
    const seventh = boxes.find(({ node }) => node.name === "app-7")
    expect(seventh?.lines).toEqual([
      "Kustomization · flux-system",
      "app-7",
      "1 HelmRelease, 1 missing",
    ])
    expect(seventh?.tone).toBe("missing")
    expect(drawings.find(({ id }) => id === seventh?.inside)?.title).toBe(
      "Kustomization flux-system/app-7",
    )
  })

  test("shows of dependencies those that do not follow from others, and says how many it leaves out", () => {
    const waits = arrowsOf(overview ?? drawings[0] ?? emptyDrawing).filter((arrow) =>
      arrow.includes("dependsOn"),
    )
    expect(waits).toEqual(names.slice(1).map((name, index) => `${name} dependsOn app-${index}`))
    expect(overview?.notes.join(" ")).toContain(`${(40 * 39) / 2 - 39} dependency arrows`)
  })

  test("has a drawing for what each Kustomization holds, with what that uses as a guest", () => {
    expect(insides).toHaveLength(41)
    const first = insides.find(({ title }) => title.endsWith("/app-0")) ?? emptyDrawing
    expect(first.boxes.map(({ node, isGuest }) => [node.name, isGuest])).toEqual([
      ["app-0", false],
      ["r-app-0", false],
      ["charts", true],
    ])
    expect(arrowsOf(first)).toEqual(["app-0 applies r-app-0", "r-app-0 sourceRef charts"])
  })

  test("every node has a box, in the drawing of what holds it", () => {
    const all = new Map(
      drawings.flatMap((drawing) => drawing.boxes.map((box) => [box.id, { drawing, box }])),
    )
    for (const node of large.nodes) {
      const found = all.get(boxOf.get(node.id) ?? "")
      expect(found?.box.node).toBe(node)
      expect(found?.box.isGuest).toBe(false)
    }
    expect(new Set(drawings.map(({ id }) => id)).size).toBe(drawings.length)
  })
})

const emptyDrawing: Drawing = { id: "", title: "", boxes: [], arrows: [], notes: [] }

describe("the layout", () => {
  const drawing = createDrawings(large, 0).drawings[0] ?? emptyDrawing

  test("puts what comes first to the left, covers no box with another, and is the same each time", () => {
    const placed = placeBoxes(drawing)
    expect(placeBoxes(drawing)).toEqual(placed)
    const boxes = placed?.boxes ?? []
    const of = (name: string) => boxes.find(({ node }) => node.name === name)
    expect(of("root")?.x).toBeLessThan(of("app-0")?.x ?? 0)
    expect(of("app-0")?.x).toBeLessThan(of("app-1")?.x ?? 0)
    const covered = boxes.filter((one, index) =>
      boxes
        .slice(index + 1)
        .some(
          (other) =>
            one.x < other.x + other.width &&
            other.x < one.x + one.width &&
            one.y < other.y + other.height &&
            other.y < one.y + one.height,
        ),
    )
    expect(covered).toEqual([])
  })

  test("is given up for a drawing that nobody would wait for", () => {
    const boxes = Array.from({ length: 601 }, (_, index) => ({
      ...drawing.boxes[0],
      id: `b${index}`,
    })) as Drawing["boxes"]
    expect(placeBoxes({ ...drawing, boxes, arrows: [] })).toBeUndefined()
  })

  test("cuts a name that would fill the picture", () => {
    const { drawings } = createDrawings(sampleCluster([sampleNode("x".repeat(300))]), 0)
    const placed = placeBoxes(drawings[0] ?? emptyDrawing)
    expect(placed?.boxes[0]?.lines[1]).toBe(`${"x".repeat(33)}…`)
    expect(placed?.width).toBeLessThan(340)
  })
})

describe("without detours", () => {
  const edge = (text: string) => ({ from: text.charAt(0), to: text.charAt(1) })
  test.each([
    ["ab bc ac", "ab bc"],
    ["ab bc cd ad ac bd", "ab bc cd"],
    ["ac ab", "ac ab"],
    // Those that wait for each other do so on every way.
    ["ab ba", "ab ba"],
    ["ab bc ca", "ab bc ca"],
    // Into a circle both ways stay: each says that the other could be left out.
    ["ab bc cb ac", "ab bc cb ac"],
  ])("%s becomes %s", (edges, expected) => {
    const left = withoutDetours(edges.split(" ").map(edge))
    expect(left.map(({ from, to }) => from + to).join(" ")).toBe(expected)
  })
})
