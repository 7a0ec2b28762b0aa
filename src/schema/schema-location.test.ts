import { expect, test } from "vitest"
import { schemaPaths } from "./schema-location.ts"

const backup = { group: "k8up.io", kind: "Backup", version: "v1", kubernetes: "1.35" }

test("what a repository calls a kind leads nowhere else", () => {
  expect(schemaPaths("/schemas", { ...backup, group: "../../etc" })).toEqual([])
  expect(schemaPaths("/schemas", { ...backup, kind: "a/b" })).toEqual([])
})

test.each([
  ["/schemas/{{ .ResourceKind }}.json", ["/schemas: backup.json"]],
  ["/schemas/backup.json", ["/schemas: backup.json"]],
  ["/backup.json", [": backup.json"]],
  ["/schemas/of-{{ .Group }}/{{ .Kind }}.json", ["/schemas: of-k8up.io/backup.json"]],
  [
    "/schemas/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json",
    ["/schemas: k8up.io/backup_v1.json"],
  ],
  [
    "/schemas/{{ .NormalizedKubernetesVersion }}{{ .StrictSuffix }}/{{ .ResourceKind }}{{ .KindSuffix }}.json",
    ["/schemas: v1.35.0-strict/backup-k8up-v1.json"],
  ],
  ["/schemas/{{ .Group }}/{{ .Kind }}_{{ .Version }}.json", ["/schemas: k8up.io/backup_v1.json"]],
  [
    "/schemas",
    ["/schemas: k8up.io/backup_v1.json", "/schemas: v1.35.0-standalone-strict/backup-k8up-v1.json"],
  ],
])("%s leads to %s", (location, paths) => {
  const places = schemaPaths(location, backup)
  expect(places.map(({ folder, path }) => `${folder}: ${path}`)).toEqual(paths)
})
