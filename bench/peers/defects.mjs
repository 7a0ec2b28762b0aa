// The mistakes of test/planted, for programs that read a disk.

import { join } from "node:path"
import { rolldown } from "rolldown"

/** The mistakes of a repository that sluice calls errors; `apply` makes one in a copy, by way of `write` and `remove`. */
export async function plantedDefects(root, repository) {
  const planted = await loadPlanted(root)
  const folder = join(root, "../shared/corpus/repos")
  const files = await planted.loadRepository(folder, repository)
  return planted.defects
    .filter((defect) => defect.repository === repository && defect.finds.severity === "error")
    .map(({ kind, given = [], change }) => ({
      kind,
      apply: ({ write, remove }) => {
        const changed = planted.applyChanges(files, [...given, ...change])
        for (const path of files.keys()) if (!changed.has(path)) remove(path)
        for (const [path, content] of changed) if (content !== files.get(path)) write(path, content)
      },
    }))
}

/** The table is TypeScript. */
async function loadPlanted(root) {
  const source = join(root, "test/planted")
  const entry = "planted"
  const bundle = await rolldown({
    input: entry,
    platform: "node",
    plugins: [
      {
        name: "planted",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? ["defects", "apply", "repositories"]
                .map((name) => `export * from ${JSON.stringify(join(source, `${name}.ts`))}`)
                .join("\n")
            : null,
      },
    ],
  })
  const { output } = await bundle.generate({ format: "esm" })
  const code = Buffer.from(output[0].code).toString("base64")
  return await import(`data:text/javascript;base64,${code}`)
}
