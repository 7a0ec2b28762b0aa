import {
  defineFileRule,
  describe,
  type FileRule,
  type Fix,
  isKind,
  kinds,
  type Resource,
  replaceFix,
  stringAt,
  valueAt,
  writtenResources,
} from "#rule"

/** An image's name, and the tag or digest behind it; the colon of a port is followed by a slash. */
const tagged =
  /^(?<name>(?:oci:\/\/)?[^@]*?)(?:(?::(?<tag>[^/:@]+))?(?:@(?<digest>sha\d+:[0-9a-f]+))|:(?<only>[^/:@]+))$/u

interface Address {
  readonly url: string
  readonly name: string
  readonly tag: string | undefined
  readonly digest: string | undefined
}

function addressIn(url: string): Address | undefined {
  const { name, tag, only, digest } = tagged.exec(url)?.groups ?? {}
  // `localhost:5000` alone is a host with its port.
  if (name === undefined || !name.replace("oci://", "").includes("/")) return undefined
  return { url, name, tag: tag ?? only, digest }
}

/** The address without its tag, which goes where Flux looks for it; nothing is changed that another field says. */
function fixOf(repository: Resource, field: string, address: Address): Fix | undefined {
  const base = replaceFix(repository.at(["spec", field]), address.url, address.name)
  if (!base || field === "image") return base
  if (valueAt(repository.manifest, ["spec", "ref"]) !== undefined) return undefined
  const { tag, digest } = address
  const ref = digest === undefined ? { tag: tag ?? "" } : { digest }
  const set = { op: "set", at: repository.at(["spec", "ref"]), value: ref } as const
  return { ...base, changes: [...base.changes, set] }
}

function adviceOn(field: string, { name, tag, digest }: Address): string {
  if (field === "image")
    return `Write \`${name}\`: which tag is taken is for an ImagePolicy to say.`
  const ref = digest === undefined ? `spec.ref.tag: ${tag ?? ""}` : `spec.ref.digest: ${digest}`
  return `Write \`${name}\`, and \`${ref}\`.`
}

export const ociUrlHasTag: FileRule = defineFileRule({
  id: "oci-url-has-tag",
  category: "sources",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "The address of an OCIRepository or ImageRepository ends in a tag or a digest.",
  why: "Flux reports Stalled with URLInvalid (`URL must not contain a tag`) or ImageURLInvalid (`.spec.image value should not contain a tag`) and fetches nothing.",
  docs: [
    "https://fluxcd.io/flux/components/source/ocirepositories/#url",
    "https://fluxcd.io/flux/components/image/imagerepositories/#image",
  ],
  since: "0.1.0",
  fixable: "safe",

  *check({ workspace }) {
    for (const { resource, severity } of writtenResources(workspace)) {
      const field = fieldOf(resource)
      const address = field && addressIn(stringAt(resource.manifest, ["spec", field]) ?? "")
      if (!field || !address) continue
      const fix = fixOf(resource, field, address)
      const what = address.digest === undefined ? "a tag" : "a digest"
      yield {
        at: resource.at(["spec", field]),
        message: `${describe(resource.id)} has ${what} in \`spec.${field}\`: \`${address.url}\`.`,
        help: adviceOn(field, address),
        ...(severity && { severity }),
        ...(fix && { fix }),
      }
    }
  },
})

function fieldOf({ id }: Resource): "url" | "image" | undefined {
  if (isKind(id, kinds.OCIRepository)) return "url"
  return isKind(id, kinds.ImageRepository) ? "image" : undefined
}
