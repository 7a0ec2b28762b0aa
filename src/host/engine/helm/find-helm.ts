import { spawnSync } from "node:child_process"
import { statSync } from "node:fs"
import { tmpdir } from "node:os"
import { delimiter, isAbsolute, join } from "node:path"
import { systemOnly } from "../system-environment.ts"

/** The user's own `helm`. */
export interface HelmProgram {
  /** Absolute. */
  readonly path: string
  /** `v3.22.0` */
  readonly version: string
  /** Tells one build of a version from another. */
  readonly size: number
}

const startTimeoutMs = 10_000

/** The program at `named`, else the first `helm` of the search path; a text says why there is none to use. */
export function findHelm(
  named: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): HelmProgram | string {
  const path = named ?? onSearchPath(environment.PATH ?? environment.Path ?? "")
  if (path === undefined) return "there is no `helm` on the search path"
  if (!isFile(path)) return `there is no program \`${path}\``
  const { status, stdout } = spawnSync(path, ["version", "--template", "{{.Version}}"], {
    ...{ env: systemOnly(), cwd: tmpdir(), encoding: "utf8", timeout: startTimeoutMs },
  })
  const version = /^v?(?:3|4)\.\d+\.\d+\S*$/u.exec((stdout ?? "").trim())?.[0]
  if (status !== 0 || version === undefined) return `\`${path}\` is no Helm 3 or 4`
  return { path, version, size: statSync(path).size }
}

/** Folders that are named relative to the current one, which a stranger may have filled, are passed over. */
function onSearchPath(searchPath: string): string | undefined {
  const name = process.platform === "win32" ? "helm.exe" : "helm"
  return searchPath
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find(isFile)
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
