import { execFileSync } from "node:child_process"
import { cpSync, existsSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../..", import.meta.url))

/** Copies what somebody gets who clones the repository: the files that git knows, as they are now, and no built `dist/`. */
export function copyClone(folder: string): void {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
  for (const path of execFileSync("git", list, { cwd: root, encoding: "utf8" }).split("\0")) {
    if (path === "" || !existsSync(join(root, path))) continue
    cpSync(join(root, path), join(folder, path), { verbatimSymlinks: true })
  }
}
