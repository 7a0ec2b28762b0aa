import { Random } from "./random.ts"

/** Sound documents that show most of what YAML can do. */
const SEEDS: readonly string[] = [
  `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: apps
  namespace: flux-system
spec:
  interval: 10m0s
  dependsOn:
    - name: infrastructure
  sourceRef:
    kind: GitRepository
    name: flux-system
  path: ./apps/production
  prune: true
  postBuild:
    substitute:
      cluster_env: "prod" # used by podinfo
      region: 'eu-central-1'
`,
  `kind: HelmRelease
spec:
  chart: {spec: {chart: podinfo, version: ">=6.0.0", sourceRef: {kind: HelmRepository, name: podinfo}}}
  values:
    ingress:
      hosts: [podinfo.production, "podinfo.staging",
        podinfo.test]
    resources: &resources
      limits: {memory: 256Mi}
    sidecar:
      <<: *resources
      command: ["sh", '-c', "echo \\"\${VAR}\\"\\n"]
`,
  `a: &x {b: [1, 2, {c: d}], e: 'f''g'}
h: *x
i:
  <<: *x
  j: "k\\n\\u00e9 l
    m"
n: |+
  o
   p

  q

r: >-
  s
  t

   u
  v
`,
  `- - a
  - b
-
  c: d
  ? e
  : f
- !t {g: , h}
- [i: j, k]
- !!str 1
`,
  `? - a
: - b
? |
  x
: >2
   y
a: 'x
  y

  z'
b: p q
  r

  s
# c
d: [
  e, f # g
  ,
  h]
`,
  `%TAG !e! tag:example.com,2000:
---
!e!f
&anchor
"a\\x41\\
   b": 1
'c d': !!str 2
`,
]

const PIECES: readonly string[] = [
  ...[": ", ":", "- ", "-", "? ", "#", " #", " ", "  ", "\t", "\n", "\n  ", "\n- ", "\n\n", "\n "],
  ...["[", "]", "{", "}", ",", "&a ", "*a", "&a", "*a ", "!t ", "!", "!!str ", "<<: ", "\n# c\n"],
  ...["'", '"', "\\", "''", "\\n", "|", ">", "|-", ">+", "|2", "|\n", "%", "@", "`", "x", "0"],
  ...["~", "=", "$", `\${V}`, "\r\n", "\r", "\u0085", "\u2028", "\ufeff", "é", "😀"],
]

/** `count` different documents, most of them broken: sound ones with up to three small changes. */
export function generateStructures(seed: number, count: number): readonly string[] {
  const random = new Random(seed)
  const documents = new Set<string>()
  while (documents.size < count) {
    const document = mutate(random, excerpt(random, random.pick(SEEDS)))
    const hasOneDocument = !/^(?:---|\.\.\.)(?=\s|$)/mu.test(
      document.replace(/^(?:%TAG .*\n)?---\s/u, ""),
    )
    if (hasOneDocument && !/\p{Cs}/u.test(document)) documents.add(document)
  }
  return [...documents]
}

function excerpt(random: Random, text: string): string {
  if (random.chance(0.4)) return text
  const lines = text.split("\n")
  const first = random.below(lines.length)
  return lines.slice(first, first + 1 + random.below(8)).join("\n")
}

function mutate(random: Random, text: string): string {
  let changed = text
  for (let changes = 1 + random.below(3); changes > 0; changes--) changed = change(random, changed)
  return changed
}

function change(random: Random, text: string): string {
  const at = random.below(text.length + 1)
  const kind = random.next()
  if (kind < 0.45) return text.slice(0, at) + random.pick(PIECES) + text.slice(at)
  if (kind < 0.65) return text.slice(0, at) + text.slice(at + 1 + random.below(3))
  if (kind > 0.9) return text.slice(0, at)
  const lines = text.split("\n")
  const [line = ""] = lines.splice(random.below(lines.length), 1)
  const isMoved = kind > 0.8
  const indented = random.chance(0.5)
    ? " ".repeat(1 + random.below(3)) + line
    : line.replace(/^ {1,2}/u, "")
  lines.splice(random.below(lines.length + 1), 0, isMoved ? line : indented)
  return lines.join("\n")
}
