// `npm run new-rule -- NAME CATEGORY`: a new rule and its page, ready to be filled in.
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const categories = [
  "api",
  "helm",
  "images",
  "kustomization",
  "kustomize",
  "notification",
  "secrets",
  "sources",
  "substitution",
  "tenancy",
  "yaml",
]

const ruleOf = (
  id,
  category,
) => `import { type ClusterRule, defineClusterRule, describe, kinds } from "#rule"

export const ${exportNameOf(id)}: ClusterRule = defineClusterRule({
  id: "${id}",
  category: "${category}",
  scope: "cluster",
  severity: "error",
  presets: ["recommended"],
  summary: "One sentence that says what is wrong.",
  why: "Flux reports … and does … about it: its own condition and its own words.",
  docs: ["https://fluxcd.io/flux/components/"],
  since: "0.1.0",

  *check({ cluster }) {
    for (const kustomization of cluster.all(kinds.Kustomization)) {
      if (kustomization.id.name !== "wrong") continue
      yield {
        at: kustomization.at(["metadata", "name"]),
        message: \`\${describe(kustomization.id)} is ….\`,
        help: "An imperative, with the actual value to write.",
      }
    }
  },
})
`

const sync = `\`\`\`yaml clusters/production/flux-system/gotk-sync.yaml
apiVersion: source.toolkit.fluxcd.io/v1
kind: GitRepository
metadata:
  name: flux-system
  namespace: flux-system
spec:
  interval: 1m
  url: https://github.com/example/fleet
---
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: flux-system
  namespace: flux-system
spec:
  interval: 10m
  path: ./clusters/production
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
\`\`\``

const kustomization = (name, mark) => `\`\`\`yaml clusters/production/apps.yaml
apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: ${name}${mark}
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps
  prune: true
  sourceRef:
    kind: GitRepository
    name: flux-system
\`\`\`

\`\`\`yaml apps/settings.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  namespace: default
\`\`\``

const pageOf = (id) => `# ${id}

<!-- generated: begin -->
<!-- generated: end -->

What Flux does, in prose, with the condition and the error that a person sees.

In all examples Flux starts from this file:

${sync}

## A situation that fails

${kustomization("wrong", ` # expect: ${id}`)}

\`\`\`diff clusters/production/apps.yaml
-  name: wrong
+  name: apps
   namespace: flux-system
\`\`\`

## A situation that is fine

${kustomization("apps", "")}
`

const exportNameOf = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase())

const explainUsage = (reason) => {
  console.error(reason)
  console.error(
    `Usage: npm run new-rule -- NAME CATEGORY, where CATEGORY is one of ${categories.join(", ")}.`,
  )
  process.exitCode = 2
}

const main = ([id, category]) => {
  if (id === undefined || category === undefined)
    return explainUsage("A name and a category are needed.")
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)+$/.test(id)) {
    return explainUsage(
      `\`${id}\` is no rule name: it names the problem, like \`ks-source-missing\`.`,
    )
  }
  if (!categories.includes(category)) return explainUsage(`There is no category \`${category}\`.`)
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const folder = join(root, "rules", category)
  const file = join(folder, `${id}.ts`)
  const page = join(folder, `${id}.md`)
  if (existsSync(file) || existsSync(page))
    return explainUsage(`The rule \`${id}\` is there already.`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, ruleOf(id, category))
  writeFileSync(page, pageOf(id))
  console.log(`rules/${category}/${id}.ts  the rule: a function from the workspace to problems
rules/${category}/${id}.md  its page, which is also its test: \`# expect: ${id}\` marks a line with a finding

1. Write the sections of the page: three repositories that fail, each with the diff that puts it right, and three that are fine.
2. npm run generate                               adds the rule to rules/index.ts, the table and the page's block
3. npx vitest run test/rules.test.ts -t ${id}   says what is still missing
`)
}

main(process.argv.slice(2))
