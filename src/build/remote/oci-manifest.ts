import { isObject, type JsonValue, listAt, stringAt, valueAt } from "../../yaml/index.ts"

/** Manifests that are understood: https://github.com/opencontainers/image-spec, and docker's before it. */
export const manifestTypes: string = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json",
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
].join(", ")

/** The layer in which Helm keeps a chart; the second type is that of Helm before 3.7. */
export const chartLayers: readonly string[] = [
  "application/vnd.cncf.helm.chart.content.v1.tar+gzip",
  "application/tar+gzip",
]

/** One part of an artifact. */
export interface Layer {
  readonly mediaType: string
  /** `sha256:…` */
  readonly digest: string
}

/** What a manifest says: the layers of an artifact, or another manifest to read. */
export type Manifest =
  | { readonly kind: "image"; readonly layers: readonly Layer[] }
  | { readonly kind: "index"; readonly digest: string }

/** Reads a manifest. Of an index the image for linux/amd64 counts, as for Flux; one without platform is taken for it. */
export function readManifest(bytes: Uint8Array): Manifest | { readonly error: string } {
  let content: JsonValue
  try {
    content = JSON.parse(new TextDecoder().decode(bytes)) as JsonValue
  } catch {
    return { error: "its manifest is no JSON" }
  }
  if (!isObject(content)) return { error: "its manifest is no JSON object" }
  if (Array.isArray(content.manifests)) {
    const chosen = content.manifests.find((entry) => isForLinux(entry))
    const digest = stringAt(chosen, ["digest"])
    return digest === undefined
      ? { error: "its index has no manifest for linux/amd64" }
      : { kind: "index", digest }
  }
  const layers = listAt(content, ["layers"]).flatMap((layer): Layer[] => {
    const mediaType = stringAt(layer, ["mediaType"])
    const digest = stringAt(layer, ["digest"])
    return mediaType === undefined || digest === undefined ? [] : [{ mediaType, digest }]
  })
  return { kind: "image", layers }
}

function isForLinux(entry: JsonValue): boolean {
  const platform = valueAt(entry, ["platform"])
  return !isObject(platform) || (platform.os === "linux" && platform.architecture === "amd64")
}

/** The layer that is the artifact: the first one of the types that are asked for, the first of all without. */
export function chooseLayer(
  layers: readonly Layer[],
  mediaTypes: readonly string[],
): Layer | undefined {
  return mediaTypes.length === 0
    ? layers[0]
    : layers.find(({ mediaType }) => mediaTypes.includes(mediaType))
}

/** The hex digits of a sha256 digest; other algorithms are not computed here. */
export function sha256Of(digest: string): string | undefined {
  return /^sha256:([0-9a-f]{64})$/u.exec(digest)?.[1]
}

/** The codes of a registry's error: `MANIFEST_UNKNOWN`, `NAME_UNKNOWN`. */
export function errorCodes(bytes: Uint8Array): readonly string[] {
  try {
    const content = JSON.parse(new TextDecoder().decode(bytes)) as JsonValue
    return listAt(content, ["errors"]).flatMap((error) => stringAt(error, ["code"]) ?? [])
  } catch {
    return []
  }
}
