import { describe, expect, test } from "vitest"
import { documentOf, sampleWorkspace } from "../check/testdata/sample-workspace.ts"
import type { FieldChange, Fix } from "../model/index.ts"
import { applyEdits } from "../text/apply-edits.ts"
import { fixOf } from "./fix-edits.ts"

interface Change {
  readonly op: Exclude<FieldChange["op"], "join">
  readonly path: readonly (string | number)[]
}

function fixed(path: string, text: string, changes: readonly Change[]): string | undefined {
  const document = documentOf(sampleWorkspace({ [path]: text }), path)
  const fix = fixOf({
    title: "…",
    applicability: "safe",
    changes: changes.map(({ op, path: field }): FieldChange => {
      const at = { document, path: field, part: "value" } as const
      return op === "rename"
        ? { op, at, key: "new" }
        : op === "remove"
          ? { op, at }
          : { op, at, value: "new" }
    }),
  } satisfies Fix)
  const edits = fix?.edits[path]
  return edits && `${fix.applicability}: ${applyEdits(text, edits)}`
}

describe("a fix", () => {
  test.each<[string, string, readonly Change[], string | undefined]>([
    [
      "changes a field and a name",
      "old: 1\nkind: A\n",
      [
        { op: "rename", path: ["old"] },
        { op: "set", path: ["kind"] },
      ],
      "safe: new: 1\nkind: new\n",
    ],
    [
      "that takes a comment along is not safe",
      "old: 1 # why\nkind: A\n",
      [{ op: "remove", path: ["old"] }],
      "unsafe: kind: A\n",
    ],
    [
      "of which a part cannot be made is none",
      "old: 1\n",
      [
        { op: "rename", path: ["old"] },
        { op: "remove", path: ["missing"] },
      ],
      undefined,
    ],
    [
      "is never made in a file that SOPS has signed",
      "kind: A\n---\na: 1\nsops:\n  mac: ENC[AES256_GCM,data:abc]\n",
      [{ op: "set", path: ["kind"] }],
      undefined,
    ],
  ])("%s", (_, text, changes, expected) => {
    expect(fixed("apps/podinfo.yaml", text, changes)).toBe(expected)
  })

  test("leaves JSON to be JSON", () => {
    const text = '{"kind": "A", "a": 1}\n'
    expect(fixed("apps/patch.json", text, [{ op: "set", path: ["kind"] }])).toBe(
      'safe: {"kind": "new", "a": 1}\n',
    )
    expect(fixed("apps/patch.json", text, [{ op: "set", path: ["b"] }])).toBeUndefined()
  })
})
