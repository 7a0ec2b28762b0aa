import { hash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

/** `schemas/crds/SHA256SUMS`, as `sha256sum -c` reads it. */
export function renderChecksums(folder: string): string {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".yaml"))
    .sort()
  const lines = paths.map(
    (path) => `${hash("sha256", readFileSync(join(folder, path)))}  ${path}\n`,
  )
  return lines.join("")
}
