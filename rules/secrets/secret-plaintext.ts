import {
  type Document,
  defineFileRule,
  describe,
  type FileRule,
  isKind,
  isSetAside,
  kinds,
  type Resource,
  secretValues,
  writtenResources,
} from "#rule"
import { isClearText } from "./clear-text.ts"

/** The file that a Secret is written in; one that a generator makes has none. */
function fileOf({ origin }: Resource): Document | undefined {
  if (origin.via === "file") return origin.document
  return origin.via === "kustomize" && !origin.generated ? origin.document : undefined
}

function isWritten(resource: Resource, document: Document): boolean {
  return !document.encrypted && !resource.uncertain && !isSetAside(document.file.path)
}

export const secretPlaintext: FileRule = defineFileRule({
  id: "secret-plaintext",
  category: "secrets",
  scope: "file",
  severity: "error",
  presets: ["recommended"],
  summary: "A Secret holds a credential in clear text.",
  why: "Flux applies the Secret as it is: whoever can read the repository, its copies and its history can read the credential. Base64 hides nothing.",
  docs: [
    "https://fluxcd.io/flux/guides/mozilla-sops/",
    "https://fluxcd.io/flux/security/secrets-management/",
  ],
  since: "0.1.0",

  *check({ workspace }) {
    const seen = new Set<Document>()
    for (const { resource, severity } of writtenResources(workspace)) {
      const document = isKind(resource.id, kinds.Secret) ? fileOf(resource) : undefined
      if (!document || seen.has(document) || !isWritten(resource, document)) continue
      const [first, ...others] = secretValues(resource).filter(isClearText)
      if (!first) continue
      seen.add(document)
      const keys = [first, ...others].map(({ key }) => `\`${key}\``)
      yield {
        at: resource.at([first.field, first.key], "key"),
        message: `${describe(resource.id)} holds ${keys.join(", ")} in clear text.`,
        help: `Encrypt the file (\`sops --encrypt --in-place ${document.file.path}\`), or let a SealedSecret or ExternalSecret make the Secret. What was pushed once is known: replace it.`,
        ...(severity && { severity }),
      }
    }
  },
})
