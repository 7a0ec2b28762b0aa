/**
 * Values that nobody can see (encrypted, or defined outside the repository) are stood in for by a text of this form, so
 * that builds go on; no finding rests on them.
 */
const prefix = "sluice-unknown-"

/** The stand-in for a value called `name`. It is a legal DNS label. */
export function standIn(name: string): string {
  return `${prefix}${name
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")}`
}

/**
 * The stand-in for the first 12 characters of a commit or digest that does not exist yet: that of the repository under
 * check. It has their length and fits where they fit; what was made with it is so in any commit, and it says by itself
 * that it is none.
 */
export const revisionStandIn = "hashnotknown"

/** Whether a text holds the stand-in of a revision. */
export function holdsRevisionStandIn(text: string): boolean {
  return text.includes(revisionStandIn)
}

/** Whether a text holds a stand-in. */
export function holdsStandIn(text: string): boolean {
  return text.includes(prefix)
}

/** Whether a value is one that SOPS has encrypted (`flux-semantics.md` section 10). */
export function isEncryptedValue(value: unknown): boolean {
  return typeof value === "string" && value.startsWith("ENC[AES256_GCM,")
}
