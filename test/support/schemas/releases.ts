import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { type CrdVersion, crdVersions } from "../../../src/schema/crd-versions.ts"
import { parseYaml, toJson } from "../../../src/yaml/index.ts"

/** The definitions of a Flux minor, or of flux-operator. */
export interface Release {
  /** 9 for `flux-2.9.4`; undefined for `flux-operator`, which has no Flux version of its own. */
  readonly minor: number | undefined
  readonly versions: readonly CrdVersion[]
}

/** Reads `schemas/crds`: a folder `flux-2.9.4` for each minor of Flux, and `flux-operator`; oldest first, operator last. */
export function readReleases(folder: string): readonly Release[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }): Release => {
      const minor = /^flux-2\.(\d+)\.\d+$/u.exec(name)?.[1]
      return {
        minor: minor === undefined ? undefined : Number(minor),
        versions: readDefinitions(join(folder, name)),
      }
    })
    .sort((left, right) => orderOf(left) - orderOf(right))
}

function orderOf({ minor }: Release): number {
  return minor ?? Number.POSITIVE_INFINITY
}

function readDefinitions(folder: string): readonly CrdVersion[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .flatMap((name) => parseYaml(readFileSync(join(folder, name), "utf8")).documents)
    .flatMap((document) => crdVersions(toJson(document)))
}
