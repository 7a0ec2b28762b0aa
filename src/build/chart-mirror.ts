import { decodeUtf8 } from "../text/decode.ts"
import type { ChartEntry } from "../version/index.ts"
import { isObject, listAt, parseYaml, stringAt, toJson, valueAt } from "../yaml/index.ts"

/** A version of a chart that a mirror holds. */
export interface MirroredChart extends ChartEntry {
  readonly name: string
  /** The archive, relative to the mirror's folder; for a mirror on the network as its index names it. */
  readonly file: string
  /** sha256 of the archive as the index states it. */
  readonly digest: string | undefined
}

/** Charts of many sources in one place: a folder as `helm repo index` makes it, a repository or a registry. */
export interface ChartMirror {
  /** The folder or address, as it may be shown. */
  readonly place: string
  /** A folder of this machine: what it holds can be read without need. */
  readonly isFolder: boolean
  /** The versions of a chart; none when it is not there. */
  entries(name: string): Promise<readonly MirroredChart[]>
  /** The archive. Throws when it cannot be had. */
  read(chart: MirroredChart): Promise<Uint8Array>
}

/** Reads the index of a mirror. Entries that name no file of the folder are left out. */
export function parseMirrorIndex(
  bytes: Uint8Array,
): ReadonlyMap<string, readonly MirroredChart[]> | { readonly error: string } {
  const decoded = decodeUtf8(bytes)
  if ("error" in decoded) return { error: decoded.error }
  const document = parseYaml(decoded.text).documents[0]
  const error = document?.errors[0]
  if (!document || error) return { error: error?.message ?? "it is empty" }
  const entries = valueAt(toJson(document), ["entries"])
  if (!isObject(entries)) return { error: "it has no `entries`" }
  return new Map(
    Object.keys(entries).map((name) => [
      name,
      listAt(entries, [name]).flatMap((entry): MirroredChart[] => {
        const version = stringAt(entry, ["version"])
        const file = stringAt(entry, ["urls", 0])
        if (version === undefined || file === undefined || !/^[\w.+@-]+$/u.test(file)) return []
        const created = stringAt(entry, ["created"])
        return [
          {
            name,
            version,
            file,
            digest: stringAt(entry, ["digest"]),
            ...(created ? { created } : {}),
          },
        ]
      }),
    ]),
  )
}
