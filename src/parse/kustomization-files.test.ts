import { expect, test } from "vitest"
import type { LoadedFile } from "../load/files.ts"
import { isRemote } from "./kustomization-files.ts"
import { parseFiles } from "./parse-files.ts"

const files = (contents: Readonly<Record<string, string>>): readonly LoadedFile[] =>
  Object.entries(contents).map(([path, text]) => ({ path, bytes: new TextEncoder().encode(text) }))

// What kustomize clones or downloads: api/internal/git/repospec.go, api/internal/loader.
test.each([
  "https://raw.githubusercontent.com/fluxcd/flux2/main/install.yaml",
  "github.com/fluxcd/flux2//manifests/install?ref=v2.9.4",
  "git@github.com:fluxcd/flux2.git",
  "ssh://git@github.com/fluxcd/flux2",
  "git::https://example.com/fleet.git//apps",
  "https://example.com/fleet?ref=main",
])("%s is fetched", (entry) => {
  expect(isRemote(entry)).toBe(true)
})

test.each(["../base", "./podinfo.yaml", "apps", "a.b/c"])("%s is not fetched", (entry) => {
  expect(isRemote(entry)).toBe(false)
})

test("the entries of a kustomization file say what they lead to", () => {
  const parsed = parseFiles(
    files({
      "apps/kustomization.yaml": [
        "resources:",
        "  - podinfo.yaml",
        "  - ../base",
        "  - gone.yaml",
        "  - ../../outside",
        "  - https://example.com/install.yaml",
        "components: [../monitoring]",
        "patches:",
        "  - path: patch.yaml",
        "patchesStrategicMerge:",
        "  - |-",
        "    kind: Deployment",
        "    metadata: { name: podinfo }",
        "configMapGenerator:",
        "  - name: settings",
        "    files: [values.yaml=files/values.yaml]",
      ].join("\n"),
      "apps/podinfo.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: podinfo\n",
      "apps/patch.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: podinfo\n",
      "apps/files/values.yaml": "replicas: 1\n",
      "base/kustomization.yaml": "resources: []\n",
      "monitoring/kustomization.yaml": "kind: Component\n",
    }),
  )
  const [file] = parsed.kustomizationFiles
  expect(file?.entries.map(({ field, kind, target }) => [field, kind, target])).toEqual([
    ["resources", "file", "apps/podinfo.yaml"],
    ["resources", "folder", "base"],
    ["resources", "missing", "apps/gone.yaml"],
    ["resources", "outside", undefined],
    ["resources", "remote", undefined],
    ["components", "folder", "monitoring"],
    ["patches", "file", "apps/patch.yaml"],
    ["patches", "inline", undefined],
    ["generator", "file", "apps/files/values.yaml"],
  ])
  expect(parsed.files.map(({ source, role }) => [source.path, role])).toEqual([
    ["apps/kustomization.yaml", "kustomization"],
    ["apps/podinfo.yaml", "manifest"],
    ["apps/patch.yaml", "patch"],
    ["apps/files/values.yaml", "values"],
    ["base/kustomization.yaml", "kustomization"],
    ["monitoring/kustomization.yaml", "component"],
  ])
})

test("two kustomization files in one folder are rivals", () => {
  const parsed = parseFiles(
    files({
      "apps/kustomization.yaml": "resources: []\n",
      "apps/kustomization.yml": "resources: []\n",
    }),
  )
  expect(parsed.kustomizationFiles.map(({ rivals }) => rivals)).toEqual([
    ["apps/kustomization.yml"],
    ["apps/kustomization.yaml"],
  ])
})

test("entries below a git submodule are elsewhere, not missing", () => {
  const parsed = parseFiles(
    files({
      ".gitmodules": '[submodule "shared"]\n\tpath = shared\n\turl = https://example.com/shared\n',
      "apps/kustomization.yaml": "resources: [../shared/base]\n",
    }),
  )
  expect(parsed.kustomizationFiles[0]?.entries[0]?.kind).toBe("elsewhere")
})

test.each([
  ["templates of a chart are not read", "charts/podinfo/templates/deployment.yaml", "template"],
  ["a chart's values are its own", "charts/podinfo/values.yaml", "chart"],
  ["a CI file is no manifest", "compose.yaml", "other"],
  ["text of another template language is no YAML", "ansible.yaml", "template"],
  ["an object that does not parse is still meant as one", "broken.yaml", "manifest"],
])("%s", (_, path, role) => {
  const parsed = parseFiles(
    files({
      "charts/podinfo/Chart.yaml": "apiVersion: v2\nname: podinfo\nversion: 1.0.0\n",
      "charts/podinfo/templates/deployment.yaml":
        "{{ if .Values.enabled }}\nkind: Deployment\n{{ end }}\n",
      "charts/podinfo/values.yaml": "enabled: true\n",
      "compose.yaml": "services:\n  web:\n    image: nginx\n",
      "ansible.yaml": "{% if tls %}\nport: 443\n{% endif %}\n",
      "broken.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata:\n\tname: settings\n",
    }),
  )
  expect(parsed.files.find(({ source }) => source.path === path)?.role).toBe(role)
})
