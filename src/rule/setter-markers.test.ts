import { describe, expect, test } from "vitest"
import { findSetterMarkers } from "./setter-markers.ts"

const names = (text: string) =>
  findSetterMarkers(text).map(({ start, end }) => text.slice(start, end))

describe("a marker that image automation acts on", () => {
  test.each([
    ['image: podinfo:6.5.0 # {"$imagepolicy": "flux-system:podinfo"}', "flux-system:podinfo"],
    ['      tag: 6.5.0 # {"$imagepolicy": "apps:podinfo:tag"}', "apps:podinfo:tag"],
    ['  - podinfo:6.5.0 # {"$imagepolicy": "apps:podinfo"}', "apps:podinfo"],
    ['  - name: "podinfo" #{"$imagepolicy":"apps:podinfo:name"}', "apps:podinfo:name"],
    ['  tag: ${TAG} # {"$imagepolicy": "apps:podinfo:tag"}', "apps:podinfo:tag"],
    ['args:\n  # {"$imagepolicy": "apps:podinfo"}\n  - podinfo:1', "apps:podinfo"],
    ['a: |\n  text\nimage: p:1 # {"$imagepolicy": "apps:podinfo"}\r\n', "apps:podinfo"],
    ['  - run: |\n      text\n    tag: 1 # {"$imagepolicy": "a:b:tag"}', "a:b:tag"],
    ['- |\n  text\n- podinfo:1 # {"$imagepolicy": "a:b"}', "a:b"],
  ])("%j", (text, marker) => {
    expect(names(text)).toEqual([marker])
  })
})

describe("a comment that it ignores in silence", () => {
  test.each([
    ["extra text", 'tag: 1 # {"$imagepolicy": "apps:podinfo:tag"} # keep'],
    ["single quotes", "tag: 1 # {'$imagepolicy': 'apps:podinfo:tag'}"],
    ["no namespace", 'tag: 1 # {"$imagepolicy": "podinfo"}'],
    ["no text", 'tag: 1 # {"$imagepolicy": 1}'],
    ["another value that is no text", 'tag: 1 # {"$imagepolicy": "a:b", "x": 1}'],
    ["a nested policy", 'tag: 1 # {"x": "\\"$imagepolicy\\""}'],
    ["on a mapping", 'image: # {"$imagepolicy": "apps:podinfo"}\n  tag: 1'],
    ["on a list", 'images: [a, b] # {"$imagepolicy": "apps:podinfo"}'],
    ["above a mapping", '# {"$imagepolicy": "apps:podinfo"}\nimage: podinfo:1'],
    ["inside a block scalar", 'run: |\n  tag: 1 # {"$imagepolicy": "apps:podinfo:tag"}\n'],
    ["at the end of the file", '# {"$imagepolicy": "apps:podinfo"}'],
    ["too many parts", 'tag: 1 # {"$imagepolicy": "apps:podinfo:tag:x"}'],
  ])("%s", (_, text) => {
    expect(findSetterMarkers(text)).toEqual([])
  })
})

test("its parts are told apart", () => {
  expect(findSetterMarkers('a: 1 # {"$imagepolicy": "apps:podinfo:tag"}')).toEqual([
    { namespace: "apps", name: "podinfo", field: "tag", start: 25, end: 41 },
  ])
})
